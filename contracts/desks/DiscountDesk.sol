// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDiscountDesk, NamedOffer, OfferTerms, Price, Sale, StandingOffer } from "../interfaces/IDiscountDesk.sol";
import { IExposureBook } from "../interfaces/IExposureBook.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IRecourseDesk } from "../interfaces/IRecourseDesk.sol";
import { Policy } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { Calendar } from "../libraries/Calendar.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { Appraisal } from "./Appraisal.sol";
import { Purchases } from "./Purchases.sol";
import { Quotes } from "./Quotes.sol";

/// @title DiscountDesk
/// @notice Slices against cash, in one transaction, at banks' standing offers or signed quotes.
///
/// POWERS. POWER_FINANCE in the ledger: it may move a slice before the due day, from a holder that enabled it, to a bank.
///
/// CASH. From the bank to the seller directly, by the bank's allowance. The desk never holds any. What arrives is counted.
///
/// PRICE. At a standing offer the bank discount formula with the offer's own rate, day count and base; one rounding, half up.
///
/// TERMS. An offer's terms are hashed, and whoever takes it hands them in: they can't change between the look and the sale. What can is
/// whether there is room left, and then the sale fails or another offer that the seller named is taken, within what the seller set.
contract DiscountDesk is IDiscountDesk, Appraisal, Quotes {
    uint256 private constant MOST_SALES = 20;
    uint256 private constant MOST_OFFERS = 16;

    constructor(
        ILedger ledger,
        IExposureBook exposureBook,
        IRecourseDesk recourseDesk
    ) Purchases(ledger, exposureBook, recourseDesk) {}

    /// @inheritdoc IDiscountDesk
    function take(
        SliceId id,
        OfferTerms calldata terms,
        uint256 offerId,
        uint48 leastNet
    ) external nonReentrant returns (Price memory price) {
        // Check
        StandingOffer memory offer = _requireTerms(offerId, terms);
        (SliceWord word, ReceivableWord receivable, uint16 today) = LEDGER.moveByDesk(id, SliceWord.wrap(0), offer.bank);
        require(msg.sender == word.holder(), Discount_NotSeller(id, msg.sender, word.holder()));
        Lot memory lot = Lot(id, word.end() - id.start(), receivable, today, 0, 0, 0, address(0), 0);
        Bid memory bid = _bidOf(offerId, offer, terms, lot);
        price = _requireNet(offerId, terms, lot, bid, leastNet);
        _buy(id, offerId, terms, lot, bid, 1);
    }

    /// @inheritdoc IDiscountDesk
    function takeBest(
        Sale[] calldata sales,
        NamedOffer[] calldata offers
    ) external nonReentrant returns (Price[] memory prices) {
        // Check
        require(sales.length != 0 && sales.length <= MOST_SALES, Discount_SaleCount(sales.length, MOST_SALES));
        require(offers.length != 0 && offers.length <= MOST_OFFERS, Discount_OfferCount(offers.length, MOST_OFFERS));
        for (uint256 i = 0; i < offers.length; ++i) {
            _requireTerms(offers[i].offerId, offers[i].terms);
            bool sameKind = offers[i].terms.withRecourse == offers[0].terms.withRecourse;
            require(sameKind, Discount_MixedRecourse(offers[0].offerId, offers[i].offerId));
        }
        prices = new Price[](sales.length);
        for (uint256 i = 0; i < sales.length; ++i) prices[i] = _sell(sales[i], offers);
    }

    /// @inheritdoc IDiscountDesk
    function quote(SliceId id, uint48 cash, OfferTerms calldata terms) external view returns (Price memory price) {
        (Lot memory lot, ) = _lotOf(id, cash, 0);
        Bid memory bid;
        _price(terms, lot, bid);
        _refuseTerms(0, terms, lot, bid);
        return bid.price;
    }

    /// @dev Sells to the best of the offers.
    function _sell(Sale calldata sale, NamedOffer[] calldata offers) private returns (Price memory price) {
        // Check
        (Lot memory lot, SliceWord word) = _lotOf(sale.id, sale.cash, sale.mostFace);
        require(msg.sender == word.holder(), Discount_NotSeller(sale.id, msg.sender, word.holder()));
        (NamedOffer calldata best, Bid memory bid) = _bestOf(offers, lot);
        price = _requireNet(best.offerId, best.terms, lot, bid, sale.leastNet);
        // Effect
        address bank = _offers[best.offerId].bank;
        SliceId sold = sale.id;
        if (price.face == lot.face) LEDGER.moveByDesk(sold, word, bank);
        else sold = LEDGER.moveTailByDesk(sold, word, price.face, bank);
        // Safe: at most 16.
        _buy(sold, best.offerId, best.terms, lot, bid, uint8(offers.length));
    }

    /// @dev The best bid, or the first one's misfit if none fits.
    function _bestOf(
        NamedOffer[] calldata offers,
        Lot memory lot
    ) private view returns (NamedOffer calldata best, Bid memory bid) {
        best = offers[0];
        for (uint256 i = 0; i < offers.length; ++i) {
            NamedOffer calldata named = offers[i];
            Bid memory other = _bidOf(named.offerId, _offers[named.offerId], named.terms, lot);
            if (i == 0 || _isBetter(other, bid)) (best, bid) = (named, other);
        }
    }

    /// @dev The slice is the bank's already: counts it, says so, records it, and pays.
    function _buy(
        SliceId sold,
        uint256 offerId,
        OfferTerms calldata terms,
        Lot memory lot,
        Bid memory bid,
        uint8 named
    ) private {
        // Effect
        StandingOffer storage offer = _offers[offerId];
        uint48 face = bid.price.face;
        uint48 used = offer.used + face;
        address bank = offer.bank;
        offer.used = used;
        // Safe: not above the seller's limit.
        if (terms.sellerLimit != 0) _bought[offerId][_sellerOf(lot)] = uint48(_boughtAfter(offerId, lot, face));
        emit Discounted(sold, offerId, msg.sender, bank, bid.price, bid.ratePpm, used, named);
        // Interaction
        _record(sold, sold.start() + face, lot.receivable, bank, terms.limited, terms.withRecourse);
        _payFromBank(terms.currency, bank, bid.price.net);
    }

    /// @dev A slice before its due day, with what the ledger will ask of a part.
    function _lotOf(SliceId id, uint48 cash, uint48 mostFace) private view returns (Lot memory lot, SliceWord word) {
        word = LEDGER.sliceWordOf(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        ReceivableWord receivable = LEDGER.receivableWordOf(id.receivable());
        Policy memory policy = LEDGER.policyOf(receivable.policy());
        uint16 today = Calendar.dayAt(block.timestamp, policy.utcOffsetHours);
        bool early = today < receivable.dueDay();
        require(early, ISlices.Slices_DueDayReached(id.receivable(), receivable.dueDay(), today));
        lot = Lot(id, word.end() - id.start(), receivable, today, cash, mostFace, 0, address(0), 0);
        if (cash != 0) lot.smallest = _smallest(receivable.face(), policy);
    }

    function _requireNet(
        uint256 offerId,
        OfferTerms calldata terms,
        Lot memory lot,
        Bid memory bid,
        uint48 leastNet
    ) private view returns (Price memory) {
        if (bid.misfit != Misfit.None) _refuse(offerId, terms, lot, bid);
        require(bid.price.net >= leastNet, Discount_NetTooLow(lot.id, bid.price.net, leastNet));
        return bid.price;
    }

    /// @dev Fits where the other does not, or takes fewer cents, or as many for more cash.
    function _isBetter(Bid memory one, Bid memory other) private pure returns (bool) {
        if (one.misfit != Misfit.None) return false;
        if (other.misfit != Misfit.None) return true;
        if (one.price.face != other.price.face) return one.price.face < other.price.face;
        return one.price.net > other.price.net;
    }

    /// @dev The ledger's rule for the smallest slice: max(policy minimum, ceil(face / maxSlices)).
    function _smallest(uint48 face, Policy memory policy) private pure returns (uint48) {
        // Safe: the quotient is not larger than the face.
        uint48 share = uint48((uint256(face) + policy.maxSlices - 1) / policy.maxSlices);
        return share > policy.minSlice ? share : policy.minSlice;
    }
}
