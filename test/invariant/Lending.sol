// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { PaidMark } from "../../contracts/interfaces/IDeskActs.sol";
import { LoanOffer } from "../../contracts/interfaces/ILoanOffers.sol";
import { IPledgeDesk } from "../../contracts/interfaces/IPledgeDesk.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { Loan } from "../../contracts/libraries/Loan.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Claiming } from "./Claiming.sol";
import { Paper } from "./Counter.sol";

/// @dev Banks lend against slices; borrowers, or anyone, repay; settlement pays the lender first; a lender takes slices after default.
abstract contract Lending is Claiming {
    /// @dev A loan as it is counted by hand.
    struct Advance {
        address lender;
        ReceivableId receivable;
        uint16 lastDay;
        uint256 ratePpm;
        uint256 lent;
        uint256 principal;
        /// What the lender had, in cash or slices, and what of it was interest.
        uint256 had;
        uint256 interest;
        uint256 accrued;
        uint256 since;
        /// What the lender owes of slices it took.
        uint256 surplus;
        address surplusTo;
    }

    error Lending_Refused(bytes answer);

    /// @dev Loans are numbered from 1.
    Advance[] internal _loans;
    LoanOffer[] private _takenLoans;
    /// @notice Old loan offers tried again by a borrower that had the slice back.
    uint256 public borrowedAgain;

    function loans() external view returns (Advance[] memory) {
        return _loans;
    }

    /// @notice What is owed on a loan, by its number, as the handler counts it.
    function debtOf(uint256 loanId) external view returns (uint256 principal, uint256 interest) {
        Advance storage a = _loans[loanId - 1];
        return (a.principal, _interest(a));
    }

    function lend(uint256 seed) external acts {
        (Paper storage p, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address bank = _bank(seed);
        if (word.isEmpty() || word.holder() == bank || _refuses[word.holder()]) return;
        LoanOffer memory o = LoanOffer(id, word, bank, 0, 0, 0, 0, 0, _mix(seed, 2) % 2 == 0, type(uint40).max, 0);
        o.series = pledgeDesk.loanOfferSeriesOf(bank);
        o.haircutPpm = uint24(_mix(seed, 3) % 300_001);
        uint256 most = Money.maxLoan(word.end() - id.start(), o.haircutPpm);
        // A court may have cut off a single cent.
        if (most == 0) return;
        o.principal = uint48(bound(_mix(seed, 4), 1, most));
        o.ratePpm = uint24(_mix(seed, 5) % 2_000_000);
        o.repayBy = _today() + uint16(bound(_mix(seed, 6), 1, p.dueDay + 3 - _today()));
        o.graceDays = uint8(_mix(seed, 7) % 3);
        bytes memory call = abi.encodeCall(pledgeDesk.take, (o, ""));
        if (!_deal(Deal(address(pledgeDesk), id, word.end(), word.holder(), bank, o.limited, 0), call)) return;
        _takenLoans.push(o);
        _note(o, p.id);
        _move(bank, word.holder(), o.principal);
        ++fired[msg.sig];
    }

    /// @dev By who borrowed; preferably one that has repaid and got the slice back.
    function tryLoanAgain(uint256 seed) external acts {
        if (_takenLoans.length == 0) return;
        LoanOffer memory o;
        bool back = false;
        for (uint256 i = 0; i < _takenLoans.length && !back; ++i) {
            o = _takenLoans[_turn(seed, 1, i, _takenLoans.length)];
            back = _isBack(o.id, o.word) && o.series == pledgeDesk.loanOfferSeriesOf(o.lender);
        }
        (bool ok, bytes memory answer) = _call(address(pledgeDesk), o.word.holder(), abi.encodeCall(pledgeDesk.take, (o, "")));
        holds(!ok, "a loan offer is used once");
        if (back) holds(bytes4(answer) == ISlices.Slices_WordChanged.selector, "and its slice has another word since");
        if (back) ++borrowedAgain;
        ++fired[msg.sig];
    }

    /// @dev By the borrower or by somebody for it; all of it now and then, and then the slices can be free.
    function repay(uint256 seed) external acts {
        if (_loans.length == 0 || _mix(seed, 4) % 2 == 0) return;
        (uint256 loanId, Advance storage a) = _owing(seed);
        if (loanId == 0) return;
        uint256 owed = a.principal + _interest(a);
        uint256 amount = _mix(seed, 1) % 2 == 0 ? owed : bound(_mix(seed, 1), 1, owed);
        SliceId[] memory parts = amount == owed && _mix(seed, 3) % 2 == 0 ? _parts(loanId) : new SliceId[](0);
        address payer = _mix(seed, 2) % 3 == 0 ? SECOND : ledger.accountInForce(pledgeDesk.loanOf(loanId).borrower);
        bytes memory call = abi.encodeCall(pledgeDesk.repay, (loanId, uint64(amount), parts));
        (bool ok, bytes memory answer) = _callDesk(address(pledgeDesk), payer, call);
        require(ok, Lending_Refused(answer));
        _credit(a, amount);
        _move(payer, address(pledgeDesk), amount);
        _reach(address(pledgeDesk), a.lender, amount);
        _requireFree(parts);
        ++fired[msg.sig];
    }

    /// @dev Not while anything is owed.
    function releaseLoan(uint256 seed) external acts {
        if (_loans.length == 0) return;
        uint256 loanId = _pledgedLoan(seed);
        if (loanId == 0) return;
        Advance storage a = _loans[loanId - 1];
        SliceId[] memory parts = _parts(loanId);
        (bool ok, bytes memory answer) = _call(address(pledgeDesk), FIRST, abi.encodeCall(pledgeDesk.release, (loanId, parts)));
        bool owed = a.principal + _interest(a) != 0;
        holds(ok != owed && (ok || bytes4(answer) == IPledgeDesk.Pledge_StillOwed.selector), "free once nothing is owed");
        if (!ok) return;
        _requireFree(parts);
        ++fired[msg.sig];
    }

    /// @dev The lender first, then who held the slices.
    function collect(uint256 seed) external acts {
        if (_lockedIds.length == 0) return;
        for (uint256 i = 0; i < _lockedIds.length; ++i) {
            SliceId id = _lockedIds[_turn(seed, 1, i, _lockedIds.length)];
            Locked storage money = _locked[id.raw()];
            if (money.amount == 0) continue;
            uint256 loanId = _loanOf(id);
            Advance storage a = _loans[loanId - 1];
            pledgeDesk.collect(loanId, _one(id));
            uint256 owed = a.principal + _interest(a);
            uint256 first = money.amount < owed ? money.amount : owed;
            _credit(a, first);
            _move(address(settlementDesk), address(pledgeDesk), money.amount);
            if (first != 0) _reach(address(pledgeDesk), a.lender, first);
            if (first != money.amount) _reach(address(pledgeDesk), ledger.accountInForce(money.holder), money.amount - first);
            money.amount = 0;
            ++fired[msg.sig];
            return;
        }
    }

    /// @dev After default, not beyond what is owed, at the face less what was paid of it.
    function foreclose(uint256 seed) external acts {
        uint256 loanId = _pledgedLoan(seed);
        if (loanId == 0) return;
        Advance storage a = _loans[loanId - 1];
        SliceId id = _parts(loanId)[0];
        SliceWord word = ledger.sliceWordOf(id);
        uint256 owed = a.principal + _interest(a);
        if (owed == 0 || _today() <= a.lastDay || word.flags() & SLICE_FROZEN != 0 || word.holder() == a.lender) return;
        if (ledger.settlingOf(a.receivable).inFull) return;
        (, PaidMark[] memory marks) = ledger.payeesOf(_one(id));
        uint256 worth = word.end() - id.start() - Money.share(marks[0].face, _paperOf(id).face, id.start(), word.end());
        vm.prank(a.lender);
        pledgeDesk.foreclose(loanId, _one(id));
        _credit(a, worth < owed ? worth : owed);
        // Whoever lost a key is owed under the account in force, before its slices have moved there.
        if (worth > owed) (a.surplus, a.surplusTo) = (worth - owed, ledger.accountInForce(word.holder()));
        same(uint160(ledger.sliceWordOf(id).holder()), uint160(a.lender), "the lender's");
        ++fired[msg.sig];
    }

    function paySurplus(uint256 seed) external acts {
        for (uint256 i = 0; i < _loans.length; ++i) {
            uint256 loanId = 1 + _turn(seed, 1, i, _loans.length);
            Advance storage a = _loans[loanId - 1];
            if (a.surplus == 0) continue;
            uint256 amount = bound(_mix(seed, 2), 1, a.surplus);
            vm.prank(a.lender);
            pledgeDesk.paySurplus(loanId, a.surplusTo, uint64(amount));
            a.surplus -= amount;
            _move(a.lender, address(pledgeDesk), amount);
            _reach(address(pledgeDesk), ledger.accountInForce(a.surplusTo), amount);
            ++fired[msg.sig];
            return;
        }
    }

    function _note(LoanOffer memory o, ReceivableId receivable) private {
        Advance storage a = _loans.push();
        (a.lender, a.receivable, a.lastDay) = (o.lender, receivable, o.repayBy + o.graceDays);
        (a.ratePpm, a.lent, a.principal, a.since) = (o.ratePpm, o.principal, o.principal, _today());
    }

    /// @dev Of each period in which the principal was the same, rounded half up; interest is paid first.
    function _interest(Advance storage a) private view returns (uint256) {
        uint256 millionths = a.principal * a.ratePpm * (_today() - a.since);
        return a.accrued + (2 * millionths + 360e6) / 720e6 - a.interest;
    }

    function _credit(Advance storage a, uint256 amount) private {
        uint256 due = _interest(a);
        uint256 toInterest = amount < due ? amount : due;
        if (amount > toInterest) (a.accrued, a.since) = (a.interest + due, _today());
        a.had += amount;
        a.interest += toInterest;
        a.principal -= amount - toInterest;
    }

    function _owing(uint256 seed) private view returns (uint256 loanId, Advance storage a) {
        a = _loans[0];
        for (uint256 i = 0; i < _loans.length; ++i) {
            loanId = 1 + _turn(seed, 70, i, _loans.length);
            a = _loans[loanId - 1];
            if (a.principal + _interest(a) != 0) return (loanId, a);
        }
        return (0, a);
    }

    /// @dev A loan that some slice secures, or 0.
    function _pledgedLoan(uint256 seed) private returns (uint256) {
        (, SliceId id, SliceWord word) = _find(seed, Want.Pledged);
        return word.isEmpty() ? 0 : _loanOf(id);
    }

    /// @dev The last one whose cents these are: earlier ones have given them back.
    function _loanOf(SliceId id) private view returns (uint256 loanId) {
        for (loanId = _loans.length; loanId > 0; --loanId) {
            Loan memory loan = pledgeDesk.loanOf(loanId);
            if (loan.receivable == id.receivable() && loan.from <= id.start() && id.start() < loan.to) return loanId;
        }
    }

    /// @dev The slices that secure a loan, in ascending order.
    function _parts(uint256 loanId) private returns (SliceId[] memory parts) {
        SliceId[] memory ids = _slices(_paperOf(_first(loanId)));
        uint256 count = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            if (ledger.sliceWordOf(ids[i]).flags() >> SLICE_LOCK_SHIFT != 0 && _loanOf(ids[i]) == loanId) ids[count++] = ids[i];
        }
        parts = new SliceId[](count);
        for (uint256 i = 0; i < count; ++i) parts[i] = ids[i];
    }

    function _first(uint256 loanId) private view returns (SliceId) {
        return _takenLoans[loanId - 1].id;
    }

    function _requireFree(SliceId[] memory parts) private view {
        for (uint256 i = 0; i < parts.length; ++i)
            same(ledger.sliceWordOf(parts[i]).flags() >> SLICE_LOCK_SHIFT, 0, "free of the lock");
    }
}
