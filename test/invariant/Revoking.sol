// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDiscountDesk, StandingOffer } from "../../contracts/interfaces/IDiscountDesk.sol";
import { IEarlyPaymentDesk, Programme, Tier } from "../../contracts/interfaces/IEarlyPaymentDesk.sol";
import { Counterparty, IExposureBook } from "../../contracts/interfaces/IExposureBook.sol";
import { ILoanOffers, LoanOffer } from "../../contracts/interfaces/ILoanOffers.sol";
import { IPledgeDesk } from "../../contracts/interfaces/IPledgeDesk.sol";
import { IQuotes, Quote } from "../../contracts/interfaces/IQuotes.sol";
import { IRuleTables } from "../../contracts/interfaces/IRulebook.sol";
import { ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Paper } from "./Counter.sol";
import { Lending } from "./Lending.sol";

/// @dev What banks and the obligor offer and take back, what is paid and frees a limit, and what is refused to others.
abstract contract Revoking is Lending {
    /// @dev So many offers stay, so that there is somebody to sell to.
    uint256 private constant KEPT_OFFERS = 8;
    /// @dev Offers that are taken back differ in this from those that are taken.
    uint40 private constant UNTIL = type(uint40).max - 1;

    function withdrawOffer(uint256 seed) external acts {
        if (_bought.length <= KEPT_OFFERS) return;
        uint256 offerId = KEPT_OFFERS + 1 + (_mix(seed, 1) % (_bought.length - KEPT_OFFERS));
        StandingOffer memory offer = discountDesk.offerOf(offerId);
        if (offer.withdrawn) return;
        vm.prank(offer.bank);
        discountDesk.withdrawOffer(offerId);
        bytes memory raise = abi.encodeCall(discountDesk.raiseOffer, (offerId, type(uint48).max));
        _denied(address(discountDesk), offer.bank, raise, IDiscountDesk.Discount_OfferIsWithdrawn.selector);
        ++fired[msg.sig];
    }

    function cancelQuote(uint256 seed) external acts {
        (Quote memory quoted, address seller) = _quote(seed);
        if (seller == quoted.bank) return;
        vm.prank(quoted.bank);
        discountDesk.cancelQuote(quoted);
        bytes memory sale = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        _denied(address(discountDesk), seller, sale, IQuotes.Quote_IsCancelled.selector);
        ++fired[msg.sig];
    }

    function cancelAllQuotes(uint256 seed) external acts {
        (Quote memory quoted, address seller) = _quote(seed);
        if (seller == quoted.bank || _mix(seed, 4) % 6 != 0) return;
        vm.prank(quoted.bank);
        discountDesk.cancelAllQuotes();
        bytes memory sale = abi.encodeCall(discountDesk.takeQuote, (quoted, ""));
        _denied(address(discountDesk), seller, sale, IQuotes.Quote_SeriesOver.selector);
        ++fired[msg.sig];
    }

    function cancelLoanOffer(uint256 seed) external acts {
        (LoanOffer memory o, address borrower) = _loanOffer(seed);
        if (borrower == o.lender) return;
        vm.prank(o.lender);
        pledgeDesk.cancelLoanOffer(o);
        bytes memory loan = abi.encodeCall(pledgeDesk.take, (o, ""));
        _denied(address(pledgeDesk), borrower, loan, ILoanOffers.LoanOffer_IsCancelled.selector);
        ++fired[msg.sig];
    }

    function cancelAllLoanOffers(uint256 seed) external acts {
        (LoanOffer memory o, address borrower) = _loanOffer(seed);
        if (borrower == o.lender || _mix(seed, 4) % 6 != 0) return;
        vm.prank(o.lender);
        pledgeDesk.cancelAllLoanOffers();
        bytes memory loan = abi.encodeCall(pledgeDesk.take, (o, ""));
        _denied(address(pledgeDesk), borrower, loan, ILoanOffers.LoanOffer_SeriesOver.selector);
        ++fired[msg.sig];
    }

    /// @dev A programme for one guest, at no discount and with just enough cash for it: not before it is invited, not while it is paused, once.
    function payInvited(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address guest = word.holder();
        if (word.isEmpty() || guest == OBLIGOR || _refuses[guest] || _mix(seed, 1) % 4 != 0) return;
        uint48 face = word.end() - id.start();
        uint256 programmeId = _postFor(face);
        bytes memory sale = abi.encodeCall(earlyDesk.accept, (id, programmeId, face));
        _denied(address(earlyDesk), guest, sale, IEarlyPaymentDesk.Early_NotInvited.selector);
        address[] memory guests = new address[](1);
        guests[0] = guest;
        vm.startPrank(OBLIGOR);
        earlyDesk.invite(programmeId, guests, true);
        earlyDesk.pause(programmeId);
        vm.stopPrank();
        _denied(address(earlyDesk), guest, sale, IEarlyPaymentDesk.Early_ProgrammeIsPaused.selector);
        vm.prank(OBLIGOR);
        earlyDesk.resume(programmeId);
        (bool ok, bytes memory answer) = _callDesk(address(earlyDesk), guest, sale);
        require(ok, Selling_Refused(answer));
        _move(OBLIGOR, guest, face);
        vm.prank(OBLIGOR);
        earlyDesk.withdraw(programmeId);
        _denied(address(earlyDesk), guest, sale, IEarlyPaymentDesk.Early_ProgrammeIsWithdrawn.selector);
        (Programme memory p, ) = earlyDesk.programmeOf(programmeId);
        same(p.spent, p.budget, "what was paid is the budget");
        ++fired[msg.sig];
    }

    /// @dev What is burnt binds no bank, whatever waits to be paid out.
    function releasePaid(uint256 seed) external acts {
        bytes20 bank = bytes20(_bank(seed));
        for (uint256 i = 0; i < _papers.length; ++i) {
            Paper storage p = _papers[_turn(seed, 1, i, _papers.length)];
            uint96 used = _usedBy(bank);
            bytes memory call = abi.encodeCall(book.releasePaid, (bank, p.id, _slices(p)));
            (bool ok, bytes memory answer) = _call(address(book), FIRST, call);
            if (ok) {
                holds(_usedBy(bank) < used, "the limit is free again");
                ++fired[msg.sig];
                return;
            }
            holds(bytes4(answer) == IExposureBook.Exposure_NothingReleased.selector, "nothing burnt was recorded");
        }
    }

    /// @dev Only desks record; only a desk that has locked slices draws their money; nobody pays more than is owed.
    function meddle(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Unfrozen);
        if (word.isEmpty()) return;
        bytes4 powerless = IRuleTables.Rulebook_DeskLacksPower.selector;
        bytes memory entry = abi.encodeCall(book.record, (BANK, id, word.end(), OBLIGOR, FIRST, 1));
        _denied(address(book), BANK, entry, powerless);
        bytes memory link = abi.encodeCall(recourseDesk.record, (id, word.end(), FIRST, word.holder()));
        _denied(address(recourseDesk), word.holder(), link, powerless);
        bytes memory draw = abi.encodeCall(settlementDesk.claimLocked, (id));
        _denied(address(settlementDesk), word.holder(), draw, ISettlementDesk.Settlement_NothingLocked.selector);
        if (_loans.length == 0) return;
        uint256 loanId = 1 + (_mix(seed, 1) % _loans.length);
        uint64 more = pledgeDesk.debtOf(loanId).principal + pledgeDesk.debtOf(loanId).interest + 1;
        bytes memory payment = abi.encodeCall(pledgeDesk.repay, (loanId, more, new SliceId[](0)));
        _denied(address(pledgeDesk), FIRST, payment, IPledgeDesk.Pledge_Overpaid.selector);
        ++fired[msg.sig];
    }

    /// @dev For a slice that could be sold; its bank is its seller if there is none.
    function _quote(uint256 seed) private returns (Quote memory quoted, address seller) {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address bank = _bank(seed);
        seller = word.isEmpty() ? bank : word.holder();
        quoted = Quote(id, word, bank, 1, UNTIL, discountDesk.quoteSeriesOf(bank), false, false);
    }

    function _loanOffer(uint256 seed) private returns (LoanOffer memory o, address borrower) {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address bank = _bank(seed);
        borrower = word.isEmpty() ? bank : word.holder();
        o = LoanOffer(id, word, bank, 1, 0, 1, _today() + 1, 0, false, UNTIL, pledgeDesk.loanOfferSeriesOf(bank));
    }

    function _postFor(uint48 face) private returns (uint256) {
        Programme memory p;
        (p.expiresAt, p.currency, p.budget, p.smallestFace) = (type(uint32).max, 1, face, 1);
        Tier[] memory tiers = new Tier[](1);
        tiers[0] = Tier(365, 0);
        vm.prank(OBLIGOR);
        return earlyDesk.post(p, tiers);
    }

    function _usedBy(bytes20 bank) private view returns (uint96) {
        return book.exposureOf(bank, Counterparty.Obligor, bytes20(OBLIGOR), 1).used;
    }
}
