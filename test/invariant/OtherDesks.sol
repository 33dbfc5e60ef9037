// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDeskActs, PaidMark } from "../../contracts/interfaces/IDeskActs.sol";
import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import {
    IRuleTables,
    POWER_FINANCE,
    POWER_LOCK,
    POWER_RECOURSE,
    POWER_RETIRE,
    POWER_SETTLE
} from "../../contracts/interfaces/IRulebook.sol";
import { ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Parts } from "./Parts.sol";
import { Case } from "./Store.sol";

/// @dev What desks do beside settling and discounting, by accounts that were admitted as desks and have nothing else.
abstract contract OtherDesks is Parts {
    address internal constant FACTOR = address(0x5101);
    address internal constant RECOVERER = address(0x5102);
    address internal constant EARLY_PAYER = address(0x5103);
    address internal constant RIVAL = address(0x5104);
    uint160 private constant FIRST_PAWNBROKER = 0x5201;
    uint256 private constant MOST_PAWNBROKERS = 6;

    address private _pawnbroker;
    uint256 private _pawnbrokers;
    uint256 private _rivalled;
    mapping(uint8 index => address) internal _deskAt;

    constructor() {
        vm.startPrank(OFFICER);
        ledger.admitDesk(FACTOR, POWER_FINANCE, DECISION);
        ledger.admitDesk(RECOVERER, POWER_RECOURSE, DECISION);
        ledger.admitDesk(EARLY_PAYER, POWER_RETIRE, DECISION);
        ledger.admitDesk(RIVAL, POWER_SETTLE, DECISION);
        vm.stopPrank();
        _admitPawnbroker();
    }

    function lockByDesk(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty()) return;
        bytes memory lock = abi.encodeCall(ledger.lockByDesk, (id, word));
        _refused(address(ledger), _pawnbroker, lock, ISlices.Slices_DeskNotEnabled.selector);
        _consent(word.holder(), _pawnbroker, true);
        vm.prank(_pawnbroker);
        ledger.lockByDesk(id, word);
        _consent(word.holder(), _pawnbroker, false);
        uint8 index = ledger.sliceWordOf(id).flags() >> SLICE_LOCK_SHIFT;
        same(index, ledger.deskOf(_pawnbroker).index, "by this desk");
        (_lockOf[id.raw()], _pledgorOf[id.raw()]) = (index, word.holder());
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev Also by a desk that was removed, and of frozen cents, which stay frozen.
    function unlockByDesk(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _lockedSlice(seed);
        if (word.isEmpty()) return;
        bytes memory unlock = abi.encodeCall(ledger.unlockByDesk, (id));
        _refused(address(ledger), FACTOR, unlock, IDeskActs.Desk_OtherLock.selector);
        vm.prank(_deskAt[_lockOf[id.raw()]]);
        ledger.unlockByDesk(id);
        SliceWord free = ledger.sliceWordOf(id);
        same(free.flags(), word.flags() & SLICE_FROZEN, "free of the lock alone");
        same(uint160(free.holder()), uint160(word.holder()), "still its holder's");
        delete _lockOf[id.raw()];
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev Until the obligor has paid in full; never of frozen cents, and not by a desk that was removed.
    function seizeByDesk(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _lockedSlice(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        address desk = _deskAt[_lockOf[id.raw()]];
        bytes memory seizure = abi.encodeCall(ledger.seizeByDesk, (id, BANK));
        if (desk != _pawnbroker) _refused(address(ledger), desk, seizure, IRuleTables.Rulebook_DeskLacksPower.selector);
        else if (word.flags() & SLICE_FROZEN != 0) _refused(address(ledger), desk, seizure, ISlices.Slices_Busy.selector);
        else if (_isHeld(c)) _refused(address(ledger), desk, seizure, ISlices.Slices_Held.selector);
        else if (c.paid) _refused(address(ledger), desk, seizure, IDeskActs.Desk_PaidInFull.selector);
        else {
            vm.prank(desk);
            ledger.seizeByDesk(id, BANK);
            SliceWord seized = ledger.sliceWordOf(id);
            same(uint160(seized.holder()), uint160(BANK), "the bank's");
            same(seized.flags(), 0, "the lock has ended");
            same(seized.hops(), word.hops(), "no hop");
            delete _lockOf[id.raw()];
            _noteSlice(id);
            ++fired[msg.sig];
        }
    }

    /// @dev What was paid for a slice goes to the desk that had locked it, once, whatever became of slice and desk.
    function claimLocked(uint256) external atClock {
        if (_lockedMoney.length == 0) return;
        SliceId id = _lockedMoney[_lockedMoney.length - 1];
        uint64 waiting = settlementDesk.lockedMoneyOf(id);
        bytes memory call = abi.encodeCall(settlementDesk.claimLocked, (id));
        bytes4 nothing = ISettlementDesk.Settlement_NothingLocked.selector;
        _refused(address(settlementDesk), FACTOR, call, nothing);
        address desk = _claimant(id);
        holds(desk != address(0), "one desk may claim it");
        _refused(address(settlementDesk), desk, call, nothing);
        same(token.balanceOf(desk), waiting, "the claim is paid in full");
        vm.prank(desk);
        token.transfer(address(this), waiting);
        _forget(id);
        ++fired[msg.sig];
    }

    /// @dev A desk that locks is removed: what it has locked it can free and claim, no more. Another takes its place.
    function replacePawnbroker(uint256 seed) external atClock {
        if (_pawnbrokers == MOST_PAWNBROKERS || _mix(seed, 1) % 8 != 0) return;
        vm.prank(OFFICER);
        ledger.removeDesk(_pawnbroker, DECISION);
        _admitPawnbroker();
        ++fired[msg.sig];
    }

    function moveTailByDesk(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == BANK) return;
        uint256 least = smallestOf(c.terms.face);
        uint256 face = word.end() - id.start();
        if (face < 2 * least) return;
        uint48 amount = uint48(bound(_mix(seed, 1), least, face - least));
        _consent(word.holder(), FACTOR, true);
        vm.prank(FACTOR);
        SliceId part = ledger.moveTailByDesk(id, word, amount, BANK);
        _consent(word.holder(), FACTOR, false);
        SliceWord moved = ledger.sliceWordOf(part);
        same(uint160(moved.holder()), uint160(BANK), "the tail is the bank's");
        same(uint160(ledger.sliceWordOf(id).holder()), uint160(word.holder()), "the head stays");
        same(moved.end() - part.start(), amount, "so many cents");
        same(moved.hops(), word.hops(), "no hop");
        _noteSlice(id);
        _adopt(c, part, 1);
        ++fired[msg.sig];
    }

    /// @dev For a lower price than its face, so only with the holder's consent.
    function retireByDesk(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _free(seed);
        if (word.isEmpty() || word.holder() == OBLIGOR) return;
        bytes memory sale = abi.encodeCall(ledger.retireByDesk, (id, word));
        _refused(address(ledger), EARLY_PAYER, sale, ISlices.Slices_DeskNotEnabled.selector);
        _consent(word.holder(), EARLY_PAYER, true);
        vm.prank(EARLY_PAYER);
        ledger.retireByDesk(id, word);
        _consent(word.holder(), EARLY_PAYER, false);
        c.retired += word.end() - id.start();
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev Only in default or written off, and before the obligor has paid in full.
    function returnByDesk(uint256 seed) external atClock {
        (Case storage c, SliceId id, SliceWord word) = _any(seed);
        if (word.isEmpty() || word.flags() != 0 || _isLost(word.holder()) || _isHeld(c)) return;
        address to = _other(_mix(seed, 1), word.holder());
        bytes memory call = abi.encodeCall(ledger.returnByDesk, (id, word, to));
        if (!c.defaulted) return _refused(address(ledger), RECOVERER, call, IDeskActs.Desk_NotDefaulted.selector);
        _consent(word.holder(), RECOVERER, true);
        vm.prank(RECOVERER);
        ledger.returnByDesk(id, word, to);
        _consent(word.holder(), RECOVERER, false);
        same(uint160(ledger.sliceWordOf(id).holder()), uint160(to), "back with an earlier holder");
        same(ledger.sliceWordOf(id).hops(), word.hops(), "no hop");
        _noteSlice(id);
        ++fired[msg.sig];
    }

    /// @dev Another desk settles a receivable of its own: marks in ascending order, never lower, and none after all is paid.
    function settleByRival(uint256 seed) external atClock {
        if (!_mayPromise(3 * MIN_SLICE) || _mix(seed, 1) % 4 != 0) return;
        (ReceivableId id, SliceId head, SliceId tail) = _promiseForTomorrow(seed);
        _clock += 1 days;
        vm.warp(_clock);
        vm.prank(RIVAL);
        ledger.bindSettlement(id);
        bytes memory payment = abi.encodeCall(settlementDesk.payPart, (id, 1, new SliceId[](0)));
        _refused(address(settlementDesk), OBLIGOR, payment, ISlices.Slices_OtherDesk.selector);
        (SliceId[] memory ids, PaidMark[] memory marks) = (new SliceId[](2), new PaidMark[](2));
        (ids[0], ids[1]) = (head, tail);
        (marks[0], marks[1]) = (PaidMark(5, 2), PaidMark(7, 0));
        vm.prank(RIVAL);
        ledger.markPaid(id, ids, marks);
        --marks[0].penalty;
        bytes memory call = abi.encodeCall(ledger.markPaid, (id, ids, marks));
        _refused(address(ledger), RIVAL, call, IDeskActs.Desk_MarkFalls.selector);
        (ids[0], marks[0]) = (tail, marks[1]);
        call = abi.encodeCall(ledger.markPaid, (id, ids, marks));
        _refused(address(ledger), RIVAL, call, IDeskActs.Desk_NotAscending.selector);
        vm.prank(RIVAL);
        ledger.redeem(id, _one(tail));
        call = abi.encodeCall(ledger.markPaid, (id, new SliceId[](0), new PaidMark[](0)));
        _refused(address(ledger), RIVAL, call, IDeskActs.Desk_PaidInFull.selector);
        vm.prank(RIVAL);
        ledger.redeem(id, _one(head));
        holds(ledger.receivableWordOf(id).status() == Status.Settled, "settled with the last cent");
        ++fired[msg.sig];
    }

    function _promiseForTomorrow(uint256 seed) private returns (ReceivableId id, SliceId head, SliceId tail) {
        address creditor = seed % 2 == 0 ? FIRST : SECOND;
        bytes32 invoice = keccak256(abi.encode("rival", ++_rivalled));
        Terms memory terms = Terms(OBLIGOR, invoice, 3 * MIN_SLICE, _today() + 1, 1, DECISION);
        uint48[] memory amounts = new uint48[](1);
        amounts[0] = MIN_SLICE;
        uint16 policy = ledger.latestPolicy();
        vm.startPrank(creditor);
        id = ledger.registerAndConfirm(terms, policy, _clock, "");
        head = sliceIdOf(id, 0);
        tail = ledger.split(head, amounts);
        vm.stopPrank();
    }

    function _admitPawnbroker() private {
        _pawnbroker = address(uint160(FIRST_PAWNBROKER + _pawnbrokers++));
        vm.prank(OFFICER);
        uint8 index = ledger.admitDesk(_pawnbroker, POWER_LOCK, DECISION);
        _deskAt[index] = _pawnbroker;
    }

    function _consent(address holder, address desk, bool enabled) private {
        vm.prank(holder);
        ledger.setDeskEnabled(desk, enabled);
    }

    /// @dev Tries each desk that ever locked; one of them may have the money.
    function _claimant(SliceId id) private returns (address) {
        for (uint256 i = 0; i < _pawnbrokers; ++i) {
            address desk = address(uint160(FIRST_PAWNBROKER + i));
            (bool ok, ) = _attempt(address(settlementDesk), desk, abi.encodeCall(settlementDesk.claimLocked, (id)));
            if (ok) return desk;
        }
        return address(0);
    }

    function _forget(SliceId id) private {
        for (uint256 i = _lockedMoney.length; i > 0; --i) {
            if (_lockedMoney[i - 1].raw() != id.raw()) continue;
            _lockedMoney[i - 1] = _lockedMoney[_lockedMoney.length - 1];
            _lockedMoney.pop();
        }
    }

    function _lockedSlice(uint256 seed) private view returns (Case storage c, SliceId id, SliceWord word) {
        c = _case(seed);
        for (uint256 k = 0; k < _open.length; ++k) {
            c = _cases[_open[((_mix(seed, 100) % _open.length) + k) % _open.length]];
            for (uint256 i = 0; i < c.slices.length; ++i) {
                id = c.slices[(i + (_mix(seed, 104) % c.slices.length)) % c.slices.length];
                if (_lockOf[id.raw()] != 0) return (c, id, ledger.sliceWordOf(id));
            }
        }
    }
}
