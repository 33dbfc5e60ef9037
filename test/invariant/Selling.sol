// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    IDiscountDesk,
    NamedOffer,
    OfferTerms,
    Price,
    Sale,
    StandingOffer
} from "../../contracts/interfaces/IDiscountDesk.sol";
import { IEarlyPaymentDesk, Programme } from "../../contracts/interfaces/IEarlyPaymentDesk.sol";
import { Counterparty, Exposure, ExposureEntry, IExposureBook } from "../../contracts/interfaces/IExposureBook.sol";
import { Quote } from "../../contracts/interfaces/IQuotes.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Settling } from "./Settling.sol";

/// @dev Sales at offers and quotes, with and without recourse and limits, and early payments at the obligor's programmes. A sale is refused
/// only for a limit that it would exceed, or for what else is so.
abstract contract Selling is Settling {
    /// @dev What is to be sold or pledged, to whom, and at which offer, if any.
    struct Deal {
        address desk;
        SliceId id;
        uint48 end;
        address seller;
        address bank;
        bool limited;
        uint256 offerId;
    }

    error Selling_Refused(bytes answer);

    uint256 private constant PROGRAMME = 1;
    uint256 internal constant MOST_OFFERS = 14;
    /// @dev By hand, of each offer: what it has bought, and of whom.
    uint256[] internal _bought;
    mapping(uint256 offerId => mapping(bytes20 seller => uint256)) private _boughtOf;
    uint256 internal _spent;
    Quote[] private _taken;
    /// @notice Sales refused for the limit of an offer, of its seller, of the exposure book, of the programme.
    uint256[4] public limitsMet;
    /// @notice Old quotes tried again by a seller that had the slice back.
    uint256 public triedAgain;

    constructor() {
        for (uint256 i = 0; i < 6; ++i) _post(i);
    }

    /// @notice How many offers were posted.
    function offers() external view returns (uint256) {
        return _bought.length;
    }

    /// @notice What an offer has bought, what the programme has spent, by the handler's own count.
    function bought(uint256 offerId) external view returns (uint256) {
        return _bought[offerId - 1];
    }

    function spent() external view returns (uint256) {
        return _spent;
    }

    /// @dev Offers differ by number: whose, with recourse, within the bank's limits, with a limit for each seller.
    function termsOf(uint256 offerId) public pure returns (OfferTerms memory terms) {
        terms = _offerTerms();
        terms.withRecourse = (offerId >> 1) % 2 == 0;
        terms.limited = offerId % 3 != 0;
        if (offerId % 2 == 0) terms.sellerLimit = 12_000;
    }

    function postOrRaise(uint256 seed) external acts {
        if (_bought.length < MOST_OFFERS && _mix(seed, 1) % 4 == 0) {
            _post(seed);
        } else {
            uint256 offerId = 1 + (_mix(seed, 2) % _bought.length);
            StandingOffer memory offer = discountDesk.offerOf(offerId);
            if (offer.withdrawn) return;
            vm.startPrank(offer.bank);
            if (offer.paused) discountDesk.resumeOffer(offerId);
            else if (_mix(seed, 3) % 8 == 0) discountDesk.pauseOffer(offerId);
            else discountDesk.raiseOffer(offerId, offer.limit + 1 + uint48(_mix(seed, 4) % 6_000));
            vm.stopPrank();
        }
        ++fired[msg.sig];
    }

    function setLimit(uint256 seed) external acts {
        bool obligor = _mix(seed, 1) % 4 == 0;
        // A company's identity stays that of its first account.
        bytes20 who = obligor ? bytes20(OBLIGOR) : ledger.participantOf(_company(seed)).identity();
        uint96 limit = uint96(bound(_mix(seed, 2), 0, obligor ? 250_000 : 90_000));
        vm.prank(_bank(seed));
        book.setLimit(obligor ? Counterparty.Obligor : Counterparty.Seller, who, 1, limit);
        ++fired[msg.sig];
    }

    function sell(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        uint256 offerId = 1 + (_mix(seed, 1) % _bought.length);
        address bank = discountDesk.offerOf(offerId).bank;
        if (word.isEmpty() || word.holder() == bank || _refuses[word.holder()]) return;
        OfferTerms memory terms = termsOf(offerId);
        Price memory price = discountDesk.quote(id, 0, terms);
        bytes memory call = abi.encodeCall(discountDesk.take, (id, terms, offerId, price.net));
        Deal memory deal = Deal(address(discountDesk), id, word.end(), word.holder(), bank, terms.limited, offerId);
        if (!_deal(deal, call)) return;
        _count(offerId, deal.seller, price.face);
        _move(bank, deal.seller, price.net);
        ++fired[msg.sig];
    }

    /// @dev As little as some cash needs, to the better of two offers.
    function sellForCash(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        if (word.isEmpty() || _refuses[word.holder()]) return;
        uint256 first = 1 + (_mix(seed, 1) % _bought.length);
        NamedOffer[] memory named = new NamedOffer[](2);
        for (uint256 i = 0; i < 2; ++i) named[i] = NamedOffer(first, termsOf(first));
        if (first + 4 <= _bought.length) named[1] = NamedOffer(first + 4, termsOf(first + 4));
        uint48 most = discountDesk.quote(id, 0, named[0].terms).net;
        uint48 cash = uint48(bound(_mix(seed, 2), 1, most));
        Sale[] memory sales = new Sale[](1);
        sales[0] = Sale(id, cash, cash, word.end() - id.start());
        _sellBest(named, sales, word);
    }

    /// @dev At any price up to the face. What was taken is kept, to be tried again.
    function takeQuote(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address bank = _bank(seed);
        if (word.isEmpty() || word.holder() == bank || _refuses[word.holder()]) return;
        uint48 net = uint48(_mix(seed, 1) % (word.end() - id.start() + 1));
        uint64 series = discountDesk.quoteSeriesOf(bank);
        bool limited = _mix(seed, 2) % 2 == 0;
        Quote memory quoted = Quote(id, word, bank, net, type(uint40).max, series, _mix(seed, 3) % 2 == 0, limited);
        bytes memory call = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        if (!_deal(Deal(address(discountDesk), id, word.end(), word.holder(), bank, limited, 0), call)) return;
        _taken.push(quoted);
        _move(bank, word.holder(), net);
        ++fired[msg.sig];
    }

    /// @dev A bank pays its seller with what it bought.
    function handBack(uint256 seed) external acts {
        for (uint256 i = 0; i < _taken.length; ++i) {
            Quote memory quoted = _taken[_turn(seed, 1, i, _taken.length)];
            SliceWord word = ledger.sliceWordOf(quoted.id);
            address seller = quoted.word.holder();
            bool free = word.holder() == quoted.bank && word.flags() == 0 && word.hops() < ledger.policyOf(1).maxHops;
            bool consents = ledger.accountInForce(seller) == seller && seller != BANK && seller != OTHER_BANK;
            if (!free || !consents || _today() >= _paperOf(quoted.id).dueDay) continue;
            vm.prank(quoted.bank);
            ledger.transfer(quoted.id, seller, 0);
            ++fired[msg.sig];
            return;
        }
    }

    /// @dev By who sold; preferably one that has the slice back, uncut.
    function tryQuoteAgain(uint256 seed) external acts {
        if (_taken.length == 0) return;
        Quote memory quoted;
        bool back = false;
        for (uint256 i = 0; i < _taken.length && !back; ++i) {
            quoted = _taken[_turn(seed, 1, i, _taken.length)];
            back = _isBack(quoted.id, quoted.word) && quoted.series == discountDesk.quoteSeriesOf(quoted.bank);
        }
        bytes memory call = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        (bool ok, bytes memory answer) = _call(address(discountDesk), quoted.word.holder(), call);
        holds(!ok, "a quote is used once");
        if (back) holds(bytes4(answer) == ISlices.Slices_WordChanged.selector, "and its slice has another word since");
        if (back) ++triedAgain;
        ++fired[msg.sig];
    }

    function releaseExposure(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Unfrozen);
        if (word.isEmpty()) return;
        bytes20 bank = bytes20(_bank(seed));
        (bool ok, bytes memory answer) = _call(address(book), FIRST, abi.encodeCall(book.release, (bank, _one(id))));
        bool lost = ledger.receivableWordOf(id.receivable()).status() == Status.WrittenOff;
        bool has = word.holder() == address(bank) && !lost;
        bytes4 why = has ? IExposureBook.Exposure_StillHeld.selector : IExposureBook.Exposure_NothingReleased.selector;
        holds(ok ? !has : bytes4(answer) == why, "what the bank has stays recorded");
        if (ok) ++fired[msg.sig];
    }

    function acceptEarly(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        if (word.isEmpty() || word.holder() == OBLIGOR || _refuses[word.holder()]) return;
        (bool priced, bytes memory said) = _call(address(earlyDesk), FIRST, abi.encodeCall(earlyDesk.quote, (id, PROGRAMME)));
        if (!priced)
            return holds(bytes4(said) == IEarlyPaymentDesk.Early_NoDiscount.selector, "or its discount rounds to nothing");
        Price memory price = abi.decode(said, (Price));
        bytes memory call = abi.encodeCall(earlyDesk.accept, (id, PROGRAMME, price.net));
        (bool ok, bytes memory answer) = _callDesk(address(earlyDesk), word.holder(), call);
        (Programme memory p, ) = earlyDesk.programmeOf(PROGRAMME);
        if (!ok) {
            bool beyond = bytes4(answer) == IEarlyPaymentDesk.Early_BudgetExceeded.selector && price.net + p.spent > p.budget;
            require(beyond, Selling_Refused(answer));
            ++limitsMet[3];
            vm.prank(OBLIGOR);
            return earlyDesk.raiseBudget(PROGRAMME, 30_000);
        }
        _spent += price.net;
        _move(OBLIGOR, word.holder(), price.net);
        same(ledger.sliceWordOf(id).flags(), SLICE_RETIRED, "paid early");
        ++fired[msg.sig];
    }

    function _sellBest(NamedOffer[] memory named, Sale[] memory sales, SliceWord word) private {
        uint256 used = discountDesk.offerOf(named[0].offerId).used;
        for (uint256 i = 0; i < 2; ++i) _releaseFirst(_part(named[i].offerId, sales[0].id, word, 0));
        vm.getRecordedLogs();
        bytes memory call = abi.encodeCall(discountDesk.takeBest, (sales, named));
        (bool ok, bytes memory answer) = _call(address(discountDesk), word.holder(), call);
        if (!ok) return _requireReason(bytes4(answer), answer);
        Price memory price = abi.decode(answer, (Price[]))[0];
        holds(price.net >= sales[0].cash && price.net + price.discount == price.face, "the cash needed");
        uint256 offerId = named[discountDesk.offerOf(named[0].offerId).used == used ? 1 : 0].offerId;
        Deal memory deal = _part(offerId, sales[0].id, word, price.face);
        _count(offerId, word.holder(), price.face);
        _requireWithin(deal);
        _takeUpLinks();
        same(uint160(ledger.sliceWordOf(deal.id).holder()), uint160(deal.bank), "the bank's");
        _move(deal.bank, word.holder(), price.net);
        ++fired[Selling.sellForCash.selector];
    }

    /// @param face Of the part sold; 0: the whole.
    function _part(uint256 offerId, SliceId id, SliceWord word, uint48 face) private view returns (Deal memory) {
        address bank = discountDesk.offerOf(offerId).bank;
        if (face != 0) id = sliceIdOf(id.receivable(), word.end() - face);
        bool limited = termsOf(offerId).limited;
        return Deal(address(discountDesk), id, word.end(), word.holder(), bank, limited, offerId);
    }

    /// @dev Whether the sale or loan goes through; if not, because of a limit that it would exceed.
    function _deal(Deal memory deal, bytes memory call) internal returns (bool ok) {
        bytes memory answer;
        _releaseFirst(deal);
        vm.getRecordedLogs();
        (ok, answer) = _callDesk(deal.desk, deal.seller, call);
        if (ok) {
            _requireWithin(deal);
            _takeUpLinks();
            return true;
        }
        StandingOffer memory offer = discountDesk.offerOf(deal.offerId);
        bytes4 why = bytes4(answer);
        uint48 face = deal.end - deal.id.start();
        if (why == IDiscountDesk.Discount_LimitExceeded.selector) holds(offer.used + face > offer.limit, "beyond the limit");
        if (why == IDiscountDesk.Discount_SellerLimitExceeded.selector) holds(_isBeyond(deal), "beyond the seller's limit");
        if (why == IExposureBook.Exposure_LimitExceeded.selector) holds(_isAbove(deal), "above the bank's limits");
        _requireReason(why, answer);
    }

    function _requireReason(bytes4 why, bytes memory answer) private {
        if (why == IDiscountDesk.Discount_LimitExceeded.selector) ++limitsMet[0];
        else if (why == IDiscountDesk.Discount_SellerLimitExceeded.selector) ++limitsMet[1];
        else if (why == IExposureBook.Exposure_LimitExceeded.selector) ++limitsMet[2];
        else {
            bool paused = why == IDiscountDesk.Discount_OfferIsPaused.selector;
            bool withdrawn = why == IDiscountDesk.Discount_OfferIsWithdrawn.selector;
            bool small = why == IDiscountDesk.Discount_RoundsToNothing.selector;
            bool own = why == ISlices.Slices_ToSelf.selector;
            bool unlimited = why == IExposureBook.Exposure_NoLimit.selector;
            require(paused || withdrawn || small || own || unlimited, Selling_Refused(answer));
        }
    }

    /// @dev Its seller could sell it again.
    function _isBack(SliceId id, SliceWord then) internal view returns (bool) {
        SliceWord word = ledger.sliceWordOf(id);
        bool early = _today() < _paperOf(id).dueDay && _paperOf(id).id == id.receivable();
        return early && word.holder() == then.holder() && word.end() == then.end() && word.flags() == 0;
    }

    /// @dev Recourse that a sale has recorded.
    function _takeUpLinks() internal virtual;

    function _count(uint256 offerId, address seller, uint256 face) private {
        bytes20 identity = ledger.participantOf(seller).identity();
        _bought[offerId - 1] += face;
        _boughtOf[offerId][identity] += face;
        holds(!discountDesk.offerOf(offerId).withdrawn, "an offer that was withdrawn buys nothing");
        OfferTerms memory terms = termsOf(offerId);
        if (terms.sellerLimit == 0) return;
        same(discountDesk.boughtOf(offerId, identity), _boughtOf[offerId][identity], "bought of the seller");
        holds(_boughtOf[offerId][identity] <= terms.sellerLimit, "within the limit for each seller");
    }

    function _requireWithin(Deal memory deal) private view {
        if (!deal.limited) return;
        (Exposure memory o, Exposure memory s) = _exposures(deal);
        holds(o.used <= o.limit && s.used <= s.limit, "within the bank's limits");
        (, ExposureEntry memory entry) = book.entryOf(bytes20(deal.bank), deal.id, deal.end);
        same(entry.end, deal.end, "recorded");
    }

    /// @dev What the bank has sold on and nobody has released yet would be in the way.
    function _releaseFirst(Deal memory deal) private {
        (, ExposureEntry memory entry) = book.entryOf(bytes20(deal.bank), deal.id, deal.end);
        SliceId[] memory ids = _one(deal.id);
        if (deal.limited && entry.end != 0 && deal.seller != deal.bank) book.release(bytes20(deal.bank), ids);
    }

    function _isAbove(Deal memory deal) private view returns (bool) {
        uint96 face = deal.end - deal.id.start();
        (Exposure memory o, Exposure memory s) = _exposures(deal);
        return o.used + face > o.limit || s.used + face > s.limit;
    }

    function _isBeyond(Deal memory deal) private view returns (bool) {
        bytes20 identity = ledger.participantOf(deal.seller).identity();
        return _boughtOf[deal.offerId][identity] + deal.end - deal.id.start() > termsOf(deal.offerId).sellerLimit;
    }

    function _exposures(Deal memory deal) private view returns (Exposure memory o, Exposure memory s) {
        bytes20 identity = ledger.participantOf(deal.seller).identity();
        o = book.exposureOf(bytes20(deal.bank), Counterparty.Obligor, bytes20(OBLIGOR), 1);
        s = book.exposureOf(bytes20(deal.bank), Counterparty.Seller, identity, 1);
    }

    function _post(uint256 seed) private {
        vm.prank(_bank(seed));
        discountDesk.postOffer(termsOf(_bought.length + 1), uint48(bound(_mix(seed, 5), 12_000, 40_000)));
        _bought.push(0);
    }
}
