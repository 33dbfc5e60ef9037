// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { PaidMark } from "../interfaces/IDeskActs.sol";
import { IExposureBook } from "../interfaces/IExposureBook.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { LoanOffer } from "../interfaces/ILoanOffers.sol";
import { IPledgeDesk } from "../interfaces/IPledgeDesk.sol";
import { Currency } from "../interfaces/IRulebook.sol";
import { ISettlementDesk } from "../interfaces/ISettlementDesk.sol";
import { Debt, Loan } from "../libraries/Loan.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";
import { LoanOffers } from "./LoanOffers.sol";
import { LoanTerms } from "./LoanTerms.sol";

/// @title PledgeDesk
/// @notice A loan against a locked slice. See IPledgeDesk.
///
/// POWERS. POWER_LOCK in the ledger: before the due day it may lock a slice of a holder that enabled it, and give what it has locked back,
/// or to a bank. Removed, it still unlocks and collects, but can neither lend nor foreclose; lenders are then paid at settlement.
///
/// CASH. From lender to borrower directly. What is repaid, and what settlement paid, is drawn and passed on in one transaction. The desk
/// keeps only what a payee could not receive, under its name.
///
/// SETTLEMENT. It collects from the one settlement desk named at its deployment: a new settlement desk needs a new pledge desk.
contract PledgeDesk is LoanTerms, LoanOffers {
    /// @notice Keeps the lenders' limits; none, and no offer that asks for it can be taken, if it is 0.
    IExposureBook public immutable EXPOSURE;

    mapping(uint256 loanId => Loan) private _loans;
    mapping(uint256 loanId => mapping(address holder => uint64)) private _surplus;
    uint256 private _lastLoan;

    constructor(ILedger ledger, ISettlementDesk settlement, IExposureBook exposure) LoanTerms(ledger, settlement) {
        EXPOSURE = exposure;
    }

    /// @inheritdoc IPledgeDesk
    function take(LoanOffer calldata offer, bytes calldata signature) external nonReentrant returns (uint256 loanId) {
        // Check
        bytes32 digest = _requireInForce(offer, signature);
        (ReceivableWord receivable, uint16 today) = LEDGER.lockByDesk(offer.id, offer.word);
        (Loan memory loan, Currency memory currency) = _begin(offer, receivable, today);
        // Effect
        loanId = ++_lastLoan;
        _loans[loanId] = loan;
        emit Lent(loanId, offer.id, offer.lender, digest, loan);
        // Interaction: the book first, so that no other has a turn between lock and record.
        if (offer.limited) {
            require(address(EXPOSURE) != address(0), Pledge_NoExposureBook());
            EXPOSURE.record(offer.lender, offer.id, loan.to, receivable.obligor(), msg.sender, loan.currency);
        }
        _payStraight(_purse(loanId, currency, loan.currency), offer.lender, msg.sender, offer.principal);
    }

    /// @inheritdoc IPledgeDesk
    function repay(uint256 loanId, uint64 amount, SliceId[] calldata parts) external nonReentrant {
        // Check
        (Loan memory loan, uint16 today) = _requireLoan(loanId);
        uint64 owed = loan.debtOn(today).total();
        // Who unlocks pays what is owed by now: a cent that the lender pays in front of the last payment can't make it fail.
        if (parts.length != 0 && amount > owed) amount = owed;
        require(amount != 0, Pledge_NothingPaid(loanId));
        require(amount <= owed, Pledge_Overpaid(loanId, amount, owed));
        // Effect
        (uint64 interest, uint48 principal) = loan.credit(today, amount);
        emit Repaid(loanId, msg.sender, interest, principal, loan.debtOn(today));
        if (parts.length != 0) _release(loanId, loan, today, parts);
        _loans[loanId] = loan;
        // Interaction
        Purse memory purse = _purse(loanId, LEDGER.currencyOf(loan.currency), loan.currency);
        _payFor(purse, LEDGER.accountInForce(loan.lender), amount);
    }

    /// @inheritdoc IPledgeDesk
    function release(uint256 loanId, SliceId[] calldata parts) external nonReentrant {
        (Loan memory loan, uint16 today) = _requireLoan(loanId);
        _release(loanId, loan, today, parts);
        _loans[loanId] = loan;
    }

    /// @inheritdoc IPledgeDesk
    function collect(uint256 loanId, SliceId[] calldata parts) external nonReentrant {
        // Check
        (Loan memory loan, uint16 today) = _requireLoan(loanId);
        Purse memory purse = _purse(loanId, LEDGER.currencyOf(loan.currency), loan.currency);
        // Effect, after money was drawn: by a desk of this ledger, from itself.
        uint64[] memory rests = new uint64[](parts.length);
        address[] memory holders = new address[](parts.length);
        (uint64 drawn, uint64 toLender) = (0, 0);
        for (uint256 i = 0; i < parts.length; ++i) {
            _requireCents(loanId, loan, parts[i]);
            if (SETTLEMENT.lockedMoneyOf(parts[i]) == 0) continue;
            uint64 amount = 0;
            (amount, holders[i]) = _draw(purse, parts[i]);
            rests[i] = _share(loanId, loan, today, parts[i], amount, holders[i]);
            (drawn, toLender) = (drawn + amount, toLender + amount - rests[i]);
        }
        require(drawn != 0, Pledge_NothingCollected(loanId));
        _loans[loanId] = loan;
        // Interaction
        _passOn(purse, LEDGER.accountInForce(loan.lender), toLender);
        for (uint256 i = 0; i < parts.length; ++i)
            if (rests[i] != 0) _passOn(purse, LEDGER.accountInForce(holders[i]), rests[i]);
    }

    /// @inheritdoc IPledgeDesk
    function foreclose(uint256 loanId, SliceId[] calldata parts) external nonReentrant {
        // Check
        (Loan memory loan, uint16 today) = _requireLoan(loanId);
        address lender = LEDGER.accountInForce(loan.lender);
        require(msg.sender == lender, Pledge_NotLender(loanId, msg.sender, lender));
        require(loan.isInDefault(today), Pledge_NotInDefault(loanId, loan.repayBy + loan.graceDays, today));
        // Effect
        (SliceWord[] memory words, PaidMark[] memory marks) = LEDGER.payeesOf(parts);
        uint48 face = LEDGER.receivableWordOf(loan.receivable).face();
        for (uint256 i = 0; i < parts.length; ++i) {
            require(loan.debtOn(today).total() != 0, Pledge_NothingOwed(loanId));
            (uint48 start, uint48 end) = (parts[i].start(), words[i].end());
            _takeOut(loanId, loan, today, parts[i], end);
            LEDGER.seizeByDesk(parts[i], lender);
            // Safe: a share of the face is not more than the cents it is a share of.
            uint64 worth = uint64(end - start - Money.share(marks[i].face, face, start, end));
            _takeOver(loanId, loan, today, parts[i], words[i], worth);
        }
        _loans[loanId] = loan;
    }

    /// @inheritdoc IPledgeDesk
    function paySurplus(uint256 loanId, address holder, uint64 amount) external nonReentrant {
        // Check
        (Loan memory loan, ) = _requireLoan(loanId);
        uint64 owed = _surplus[loanId][holder];
        require(amount != 0, Pledge_NothingPaid(loanId));
        require(amount <= owed, Pledge_Overpaid(loanId, amount, owed));
        // Effect
        _surplus[loanId][holder] = owed - amount;
        emit SurplusPaid(loanId, holder, msg.sender, amount, owed - amount);
        // Interaction
        Purse memory purse = _purse(loanId, LEDGER.currencyOf(loan.currency), loan.currency);
        _payFor(purse, LEDGER.accountInForce(holder), amount);
    }

    /// @inheritdoc IPledgeDesk
    function debtOf(uint256 loanId) external view returns (Debt memory) {
        (Loan memory loan, uint16 today) = _requireLoan(loanId);
        return loan.debtOn(today);
    }

    /// @inheritdoc IPledgeDesk
    function loanOf(uint256 loanId) external view returns (Loan memory) {
        return _loans[loanId];
    }

    /// @inheritdoc IPledgeDesk
    function surplusOf(uint256 loanId, address holder) external view returns (uint64) {
        return _surplus[loanId][holder];
    }

    /// @dev Unlocks parts of a loan on which nothing is owed.
    function _release(uint256 loanId, Loan memory loan, uint16 today, SliceId[] calldata parts) private {
        // Check
        Debt memory debt = loan.debtOn(today);
        require(debt.total() == 0, Pledge_StillOwed(loanId, debt.principal, debt.interest));
        // Effect
        for (uint256 i = 0; i < parts.length; ++i) {
            uint48 end = LEDGER.sliceWordOf(parts[i]).end();
            _takeOut(loanId, loan, today, parts[i], end);
            LEDGER.unlockByDesk(parts[i]);
            emit Released(loanId, parts[i], end);
        }
    }

    /// @dev A part secures the loan no longer. Until the due day its cents can be locked for another loan, so they leave the range.
    function _takeOut(uint256 loanId, Loan memory loan, uint16 today, SliceId part, uint48 end) private pure {
        _requireCents(loanId, loan, part);
        if (loan.isDue(today)) return;
        require(part.start() == loan.from, Pledge_NotNext(loanId, part, loan.from));
        loan.from = end;
    }

    /// @dev The lender's share of what was paid for a part, taken off the debt.
    /// @return rest The holder's.
    function _share(
        uint256 loanId,
        Loan memory loan,
        uint16 today,
        SliceId part,
        uint64 amount,
        address holder
    ) private returns (uint64 rest) {
        uint64 owed = loan.debtOn(today).total();
        uint64 due = amount < owed ? amount : owed;
        (uint64 interest, uint48 principal) = loan.credit(today, due);
        rest = amount - due;
        emit Collected(loanId, part, holder, interest, principal, rest, loan.debtOn(today));
    }

    /// @dev The lender has taken a part: its worth is taken off the debt, and what is above is owed to who held it.
    function _takeOver(uint256 loanId, Loan memory loan, uint16 today, SliceId part, SliceWord word, uint64 worth) private {
        uint64 owed = loan.debtOn(today).total();
        uint64 surplus = worth > owed ? worth - owed : 0;
        (uint64 interest, uint48 principal) = loan.credit(today, worth - surplus);
        address holder = word.holder();
        _surplus[loanId][holder] += surplus;
        emit Foreclosed(loanId, part, holder, word.end(), interest, principal, surplus, loan.debtOn(today));
    }

    function _requireLoan(uint256 loanId) private view returns (Loan memory loan, uint16 today) {
        loan = _loans[loanId];
        require(loan.lender != address(0), Pledge_LoanUnknown(loanId));
        today = loan.today();
    }

    /// @dev A slice that begins within the range ends within it: it was locked as one, and only legal orders have cut it.
    function _requireCents(uint256 loanId, Loan memory loan, SliceId part) private pure {
        uint48 start = part.start();
        bool inside = part.receivable() == loan.receivable && start >= loan.from && start < loan.to;
        require(inside, Pledge_OtherCents(loanId, part, loan.from, loan.to));
    }
}
