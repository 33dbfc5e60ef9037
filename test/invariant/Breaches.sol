// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IAccessManaged } from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import { IDeskActs } from "../../contracts/interfaces/IDeskActs.sol";
import { IObligors } from "../../contracts/interfaces/IObligors.sol";
import { IRuleTables } from "../../contracts/interfaces/IRulebook.sol";
import { IReceivables, Terms } from "../../contracts/interfaces/IReceivables.sol";
import { ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_LOCK_MASK, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { OtherDesks } from "./OtherDesks.sol";
import { Case } from "./Store.sol";

/// @dev Payments, locks and defaults as they must not be; each attempt is refused for its own reason.
abstract contract Breaches is OtherDesks {
    function payWrongly(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isOwing(c)) return;
        (uint256 face, uint256 penalty) = _owed(c);
        uint64 owed = uint64(face + penalty);
        SliceId[] memory none = new SliceId[](0);
        _refusedPart(c, _other(seed, OBLIGOR), 1, none, ISettlementDesk.Settlement_NotObligor.selector);
        _refusedPart(c, OBLIGOR, 0, none, ISettlementDesk.Settlement_NothingPaid.selector);
        _refusedPart(c, OBLIGOR, owed + 1, none, ISettlementDesk.Settlement_Overpaid.selector);
        ++fired[msg.sig];
        if (owed == 1 || _isHeld(c)) return;
        _refusedPart(c, OBLIGOR, 1, _one(sliceIdOf(c.id, c.terms.face)), ISlices.Slices_Unknown.selector);
        SliceId[] memory ids = _batch(c, 1);
        if (ids.length == 0) return;
        SliceId[] memory twice = new SliceId[](2);
        (twice[0], twice[1]) = (ids[0], ids[0]);
        _refusedPart(c, OBLIGOR, owed - 1, twice, IDeskActs.Desk_NotAscending.selector);
        bytes memory inFull = abi.encodeCall(settlementDesk.pay, (c.id, twice));
        _refused(address(settlementDesk), OBLIGOR, inFull, ISlices.Slices_Unknown.selector);
    }

    /// @dev Before the due day, again when all is paid, for frozen cents, and with another receivable's slices.
    function payAtTheWrongTime(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed) return;
        SliceId[] memory none = new SliceId[](0);
        if (c.terms.dueDay > _today()) {
            _refusedPart(c, OBLIGOR, 1, none, ISlices.Slices_NotYetDue.selector);
            bytes memory payout = abi.encodeCall(settlementDesk.payOut, (c.id, none));
            _refused(address(settlementDesk), OBLIGOR, payout, ISettlementDesk.Settlement_NotPaid.selector);
        } else if (c.paid) {
            _refusedPart(c, OBLIGOR, 1, none, ISettlementDesk.Settlement_AlreadyPaid.selector);
        } else if (!_isHeld(c)) {
            (SliceId frozen, SliceWord word) = _frozenSlice(c, seed);
            (uint256 face, ) = _owed(c);
            if (!word.isEmpty() && face > 1) _refusedPart(c, OBLIGOR, 1, _one(frozen), ISlices.Slices_Busy.selector);
            Case storage other = _case(_mix(seed, 1));
            bool foreign = !(other.id == c.id) && other.confirmed && other.slices.length != 0;
            if (foreign && face > 1)
                _refusedPart(c, OBLIGOR, 1, _one(other.slices[0]), ISlices.Slices_OtherReceivable.selector);
        }
        ++fired[msg.sig];
    }

    function payEarlyWrongly(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _any(seed);
        if (word.isEmpty()) return;
        SliceWord stale = SliceWord.wrap(word.raw() + (1 << 224));
        bytes4 reason =
            c.terms.dueDay <= _today()
                ? ISlices.Slices_DueDayReached.selector
                : word.flags() != 0
                    ? ISlices.Slices_Busy.selector
                    : word.holder() == OBLIGOR
                        ? ISlices.Slices_ToSelf.selector
                        : bytes4(0);
        if (_isHeld(c)) reason = ISlices.Slices_Held.selector;
        if (c.writtenOff) reason = ISlices.Slices_NotLive.selector;
        if (reason != 0) {
            _refusedEarly(c, OBLIGOR, id, word, reason);
        } else {
            _refusedEarly(c, _other(seed, OBLIGOR), id, word, ISettlementDesk.Settlement_NotObligor.selector);
            _refusedEarly(c, OBLIGOR, id, stale, ISlices.Slices_WordChanged.selector);
            _refusedEarly(c, OBLIGOR, id, NONE, IDeskActs.Desk_WordMissing.selector);
        }
        ++fired[msg.sig];
    }

    /// @dev What is locked or was paid early its holder can't use, and no desk locks it again.
    function useLockedOrRetired(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isUnderWay(c)) return;
        (SliceId id, SliceWord word) = _bound(c);
        if (word.isEmpty() || _isLost(word.holder())) return;
        bytes4 busy = ISlices.Slices_Busy.selector;
        uint48[] memory cents = new uint48[](1);
        cents[0] = 1;
        _refused(address(ledger), word.holder(), abi.encodeCall(ledger.split, (id, cents)), busy);
        _refused(address(ledger), word.holder(), abi.encodeCall(ledger.transfer, (id, FIRST, 0)), busy);
        _refused(address(ledger), EARLY_PAYER, abi.encodeCall(ledger.retireByDesk, (id, word)), busy);
        _refused(address(ledger), FACTOR, abi.encodeCall(ledger.moveByDesk, (id, word, BANK)), busy);
        ++fired[msg.sig];
    }

    /// @dev Each desk tries what it has no power for.
    function exceedPowers(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _any(seed);
        if (word.isEmpty()) return;
        bytes4 powerless = IRuleTables.Rulebook_DeskLacksPower.selector;
        _refused(address(ledger), FACTOR, abi.encodeCall(ledger.lockByDesk, (id, word)), powerless);
        _refused(address(ledger), FACTOR, abi.encodeCall(ledger.retireByDesk, (id, word)), powerless);
        _refused(address(ledger), EARLY_PAYER, abi.encodeCall(ledger.moveTailByDesk, (id, word, 1, BANK)), powerless);
        _refused(address(ledger), EARLY_PAYER, abi.encodeCall(ledger.bindSettlement, (c.id)), powerless);
        _refused(address(ledger), RECOVERER, abi.encodeCall(ledger.redeem, (c.id, _one(id))), powerless);
        _refused(address(ledger), RIVAL, abi.encodeCall(ledger.returnByDesk, (id, word, FIRST)), powerless);
        _refused(address(ledger), RECOVERER, abi.encodeCall(ledger.unlockByDesk, (id)), IDeskActs.Desk_OtherLock.selector);
        ++fired[msg.sig];
    }

    function defaultTooEarly(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed) return;
        bytes memory declaration = abi.encodeCall(ledger.declareDefault, (c.id));
        bytes memory off = abi.encodeCall(ledger.writeOff, (c.id, DECISION));
        _refused(address(ledger), FIRST, off, IAccessManaged.AccessManagedUnauthorized.selector);
        bool inDefault = c.defaulted && !c.writtenOff && !c.paid;
        if (!inDefault) _refused(address(ledger), OFFICER, off, IObligors.Obligors_NotDefaulted.selector);
        bool early = _today() <= c.terms.dueDay + _rules.defaultDays;
        if (!c.reported || c.paid || c.defaulted) {
            _refused(address(ledger), FIRST, declaration, IObligors.Obligors_NotReported.selector);
        } else if (early) {
            _refused(address(ledger), FIRST, declaration, IObligors.Obligors_NotInDefault.selector);
        }
        ++fired[msg.sig];
    }

    /// @dev An invoice is promised once, whatever became of the promise: in default, written off, paid early or paid.
    function registerAgain(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed) return;
        Terms memory terms = c.terms;
        terms.dueDay = _today() + 1;
        bytes memory again = abi.encodeCall(ledger.register, (terms));
        _refused(address(ledger), c.creditor, again, IReceivables.Receivables_StatusIs.selector);
        ++fired[msg.sig];
    }

    /// @dev A slice that is locked or was paid early.
    function _bound(Case storage c) private view returns (SliceId id, SliceWord word) {
        for (uint256 i = 0; i < c.slices.length; ++i) {
            id = c.slices[i];
            word = ledger.sliceWordOf(id);
            if (word.flags() & (SLICE_LOCK_MASK | SLICE_RETIRED) != 0) return (id, word);
        }
        word = NONE;
    }

    function _refusedPart(Case storage c, address payer, uint64 amount, SliceId[] memory ids, bytes4 reason) private {
        _refused(address(settlementDesk), payer, abi.encodeCall(settlementDesk.payPart, (c.id, amount, ids)), reason);
    }

    function _refusedEarly(Case storage c, address payer, SliceId id, SliceWord expected, bytes4 reason) private {
        SliceWord[] memory words = new SliceWord[](1);
        words[0] = expected;
        _refused(address(settlementDesk), payer, abi.encodeCall(settlementDesk.payEarly, (c.id, _one(id), words)), reason);
    }
}
