// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Freeze } from "../../contracts/interfaces/ILegalOrders.sol";
import { Replacement } from "../../contracts/interfaces/IKeyReplacement.sol";
import { IObligors } from "../../contracts/interfaces/IObligors.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_MASK, SLICE_RETIRED, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Actions } from "./Actions.sol";
import { Block, Case } from "./Store.sol";

/// @dev What officers do, and what a lost key and an overdue receivable set off.
abstract contract Orders is Actions {
    uint256 private constant MOST_LEGAL_CUTS = 12;
    uint256 internal constant GRACE = 3;

    function hold(uint256 seed) external atClock {
        Case storage c = _case(seed);
        uint40 last = ledger.heldUntil(c.id);
        if (!c.confirmed || (last != 0 && _clock <= last + 7 days)) return;
        vm.prank(OFFICER);
        ledger.hold(c.id, DECISION);
        ++fired[msg.sig];
    }

    function endHold(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isHeld(c)) return;
        vm.prank(OFFICER);
        ledger.endHold(c.id);
        ++fired[msg.sig];
    }

    function freeze(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.legalCuts >= MOST_LEGAL_CUTS) return;
        if (_freezeSome(c, seed)) ++fired[msg.sig];
    }

    /// @dev Between two payments in part, so that marks are cut with their slices; and nothing stays frozen of it.
    function cutBetweenParts(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.paidPenalty == 0 || c.legalCuts >= 2 * MOST_LEGAL_CUTS) return;
        if (!_freezeSome(c, seed)) return;
        for (uint256 i = 0; i < c.slices.length; ++i) {
            SliceId id = c.slices[i];
            if (ledger.sliceWordOf(id).flags() & SLICE_FROZEN == 0) continue;
            vm.prank(OFFICER);
            ledger.release(_one(id), DECISION);
            _noteSlice(id);
        }
        ++fired[msg.sig];
    }

    function release(uint256 seed) external atClock {
        (SliceId id, SliceWord word) = _frozenSlice(_case(seed), seed);
        if (word.isEmpty()) return;
        vm.prank(OFFICER);
        ledger.release(_one(id), DECISION);
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function releaseExpired(uint256 seed) external atClock {
        (SliceId id, SliceWord word) = _frozenSlice(_case(seed), seed);
        if (word.isEmpty() || ledger.freezeOf(id).until >= _clock) return;
        ledger.releaseExpired(_one(id));
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function carryOutTransfer(uint256 seed) external atClock {
        Case storage c = _case(seed);
        (SliceId id, SliceWord word) = _frozenSlice(c, seed);
        if (word.isEmpty()) return;
        address to = _other(seed, word.holder());
        vm.prank(OFFICER);
        ledger.orderTransfer(id, word, to, DECISION);
        vm.prank(OTHER_OFFICER);
        ledger.carryOutTransfer(id, word, to, DECISION);
        holds(ledger.sliceWordOf(id).hops() == word.hops(), "an ordered transfer is no hop");
        if (_lockOf[id.raw()] != 0) _pledgorOf[id.raw()] = to;
        _noteSlice(id);
        ++fired[msg.sig];
    }

    function reportOverdue(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed || c.paid || c.reported || _today() <= c.terms.dueDay + GRACE) return;
        bytes memory report = abi.encodeCall(ledger.reportOverdue, (c.id));
        // Nobody is owed anything.
        if (c.retired == c.terms.face) return _refused(address(ledger), FIRST, report, IObligors.Obligors_AlreadyPaid.selector);
        ledger.reportOverdue(c.id);
        c.reported = true;
        ++fired[msg.sig];
    }

    function setOutstandingLimit(uint256 seed) external atClock {
        uint96 owed = ledger.outstandingOf(bytes20(OBLIGOR), 1).amount;
        uint96 limit = _mix(seed, 1) % 3 == 0 ? 0 : owed + uint96(bound(_mix(seed, 2), 1, 2_000_000));
        vm.prank(OFFICER);
        ledger.setOutstandingLimit(bytes20(OBLIGOR), 1, limit);
        ++fired[msg.sig];
    }

    function proposeReplacement(uint256 seed) external atClock {
        address lost = _lost(seed);
        if (_isLost(lost) || ledger.replacementOf(lost).readyAt != 0) return;
        vm.prank(OFFICER);
        ledger.proposeReplacement(lost, _successorOf(lost));
        ++fired[msg.sig];
    }

    function agreeReplacement(uint256 seed) external atClock {
        address lost = _lost(seed);
        Replacement memory r = ledger.replacementOf(lost);
        if (r.successor == address(0) || r.readyAt != 0) return;
        vm.prank(OTHER_OFFICER);
        ledger.agreeReplacement(lost, r.successor);
        ++fired[msg.sig];
    }

    function vetoReplacement(uint256 seed) external atClock {
        address lost = _lost(seed);
        Replacement memory r = ledger.replacementOf(lost);
        // Now and then, or nobody would ever be replaced; and where nobody carried it out in time.
        bool lapsed = r.readyAt != 0 && _clock > r.readyAt + 30 days;
        if (r.successor == address(0) || (!lapsed && _mix(seed, 1) % 4 != 0)) return;
        vm.prank(lost);
        ledger.vetoReplacement();
        ++fired[msg.sig];
    }

    function replaceKey(uint256 seed) external atClock {
        address lost = _lost(seed);
        Replacement memory r = ledger.replacementOf(lost);
        if (r.readyAt == 0 || _clock < r.readyAt || _clock > r.readyAt + 30 days) return;
        ledger.replaceKey(lost);
        vm.startPrank(r.successor);
        ledger.setStandingConsent(true);
        ledger.setDeskEnabled(address(discountDesk), true);
        vm.stopPrank();
        same(uint160(ledger.accountOf(bytes20(lost))), uint160(r.successor), "the identity's account");
        ++fired[msg.sig];
    }

    function moveToSuccessor(uint256 seed) external atClock {
        Case storage c = _case(seed);
        for (uint256 i = 0; i < c.slices.length; ++i) {
            SliceId id = c.slices[i];
            SliceWord word = ledger.sliceWordOf(id);
            if (!_isLost(word.holder())) continue;
            ledger.moveToSuccessor(_one(id));
            SliceWord moved = ledger.sliceWordOf(id);
            same(moved.flags(), word.flags(), "flags stay");
            same(moved.hops(), word.hops(), "no hop");
            if (word.flags() & SLICE_FROZEN != 0) _frozenOf[id.raw()] = moved.holder();
            if (_lockOf[id.raw()] != 0) _pledgorOf[id.raw()] = moved.holder();
            _noteSlice(id);
            ++fired[msg.sig];
            return;
        }
    }

    function _lost(uint256 seed) private pure returns (address) {
        return _actors()[FIRST_LOST_INDEX + (seed % (ACTORS - FIRST_LOST_INDEX))];
    }

    function _frozenSlice(Case storage c, uint256 seed) internal view returns (SliceId id, SliceWord word) {
        for (uint256 i = 0; i < c.slices.length; ++i) {
            id = c.slices[(i + (_mix(seed, 103) % c.slices.length)) % c.slices.length];
            word = ledger.sliceWordOf(id);
            if (word.flags() & SLICE_FROZEN != 0) return (id, word);
        }
        word = SliceWord.wrap(0);
    }

    function _covering(Case storage c, uint48 cent) private view returns (SliceId id) {
        for (uint256 i = 0; i < c.slices.length; ++i) {
            id = c.slices[i];
            if (id.start() <= cent && cent < ledger.sliceWordOf(id).end()) return id;
        }
    }

    function _freezeSome(Case storage c, uint256 seed) private returns (bool done) {
        if (!c.confirmed || c.paid) return false;
        uint48 from = uint48(_mix(seed, 1) % (c.terms.face - 1));
        uint48 to = uint48(bound(_mix(seed, 2), from + 1, c.terms.face));
        if (_isRetired(c, from, to)) return false;
        SliceId covering = _covering(c, from);
        (SliceId[] memory ids, SliceWord[] memory before, ) = ledger.slicesOf(c.id, 0, type(uint256).max);
        uint40 until = uint40(_clock + bound(_mix(seed, 3), 1, 20 days));
        vm.prank(OFFICER);
        same(ledger.freeze(covering, from, to, 1, DECISION, until), to, "frozen to the last cent named");
        c.legalCuts += 2;
        _noteCut(c, from);
        _noteCut(c, to);
        _walkAnew(c, from, to);
        _sameHolders(c, ids, before);
        return true;
    }

    /// @dev What was paid early can't be frozen.
    function _isRetired(Case storage c, uint48 from, uint48 to) private view returns (bool) {
        for (uint256 i = 0; i < c.slices.length; ++i) {
            SliceWord word = ledger.sliceWordOf(c.slices[i]);
            bool inside = c.slices[i].start() < to && from < word.end();
            if (inside && word.flags() & SLICE_RETIRED != 0) return true;
        }
        return false;
    }

    /// @dev Where no slice began before, one begins now, with the lock of the one it was cut from. To be called before `_walkAnew`.
    function _noteCut(Case storage c, uint48 cent) private {
        if (cent == c.terms.face) return;
        uint48 whole = 0;
        for (uint256 i = 0; i < c.slices.length; ++i) {
            uint48 start = c.slices[i].start();
            if (start == cent) return;
            if (start < cent && start > whole) whole = start;
        }
        (uint256 part, uint256 head) = (sliceIdOf(c.id, cent).raw(), sliceIdOf(c.id, whole).raw());
        (_lockOf[part], _pledgorOf[part]) = (_lockOf[head], _pledgorOf[head]);
        bool late = c.paidPenalty != 0 && !c.paid;
        if (late) ++c.lateCuts;
        Block[] storage blocks = _blocks[c.id];
        for (uint256 i = 0; i < blocks.length; ++i) {
            if (cent <= blocks[i].from || blocks[i].to <= cent) continue;
            ++blocks[i].cuts;
            if (late) ++blocks[i].lateCuts;
        }
    }

    /// @dev Takes up what the cuts have made, and who holds what is frozen.
    function _walkAnew(Case storage c, uint48 from, uint48 to) private {
        delete c.slices;
        for (uint48 start = 0; start < c.terms.face;) {
            SliceId id = sliceIdOf(c.id, start);
            SliceWord word = ledger.sliceWordOf(id);
            c.slices.push(id);
            _noteSlice(id);
            if (from <= start && start < to) {
                holds(word.flags() & ~SLICE_LOCK_MASK == SLICE_FROZEN && word.end() <= to, "frozen, and not beyond");
                Freeze memory order = ledger.freezeOf(id);
                holds(order.by == OFFICER && order.until > _clock, "the order's record");
            }
            // A cut of frozen cents leaves frozen cents outside the range, too.
            if (word.flags() & SLICE_FROZEN != 0) {
                if (_frozenOf[id.raw()] == address(0)) _frozen.push(id);
                _frozenOf[id.raw()] = word.holder();
            }
            start = word.end();
        }
    }

    /// @dev No cent changed its holder: each new slice lies within an old one of the same holder.
    function _sameHolders(Case storage c, SliceId[] memory ids, SliceWord[] memory before) private view {
        uint256 old = 0;
        for (uint48 start = 0; start < c.terms.face;) {
            SliceWord word = ledger.sliceWordOf(sliceIdOf(c.id, start));
            while (before[old].end() <= start) ++old;
            holds(ids[old].start() <= start && word.end() <= before[old].end(), "a freeze only cuts");
            same(uint160(word.holder()), uint160(before[old].holder()), "a freeze moves nothing");
            start = word.end();
        }
    }
}
