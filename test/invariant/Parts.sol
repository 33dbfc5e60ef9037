// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IRuleTables, POWER_SETTLE } from "../../contracts/interfaces/IRulebook.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Orders } from "./Orders.sol";
import { Case } from "./Store.sol";

/// @dev Payments in part and early, and what follows when nothing comes for long.
abstract contract Parts is Orders {
    /// @dev Registered, if need be anew, and confirmed, so that little time is spent before there is something to pay.
    function promiseNext(uint256 seed) external atClock {
        if (_open.length != MOST_OPEN) _register(seed);
        for (uint256 i = 0; i < _open.length; ++i) {
            Case storage c = _cases[_open[i]];
            if (c.confirmed) continue;
            if (c.terms.dueDay <= _today()) _registerAnew(c, seed);
            uint16 policy = ledger.latestPolicy();
            vm.prank(OBLIGOR);
            ledger.confirm(c.creditor, c.terms, policy);
            _begin(c);
            ++fired[msg.sig];
        }
    }

    function payPart(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isOwing(c)) return;
        uint64 amount = _portion(c, seed);
        SliceId[] memory ids = _some(c, seed);
        _payPortion(c, amount, ids, abi.encodeCall(settlementDesk.payPart, (c.id, amount, ids)));
        _close(c, seed);
        ++fired[msg.sig];
    }

    /// @dev An allowance signed before, the payment and the paying out in one transaction. Somebody else has handed the signature in.
    function payInOneTransaction(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isOwing(c) || _isHeld(c)) return;
        uint64 amount = _portion(c, seed);
        SliceId[] memory ids = _ascending(_batch(c, 1 + (_mix(seed, 5) % c.slices.length)));
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(settlementDesk.permit, (1, type(uint256).max, _clock, 0, 0, 0));
        calls[1] = abi.encodeCall(settlementDesk.payPart, (c.id, amount, new SliceId[](0)));
        calls[2] = abi.encodeCall(settlementDesk.payOut, (c.id, ids));
        _payPortion(c, amount, ids, abi.encodeCall(settlementDesk.multicall, (calls)));
        _close(c, seed);
        ++fired[msg.sig];
    }

    /// @dev One or two slices, whoever holds them; they pass to the obligor, which owes them no longer.
    function payEarly(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isUnderWay(c)) return;
        (SliceId[] memory ids, SliceWord[] memory words) = _payable(c, 1 + (_mix(seed, 5) % 2));
        if (ids.length == 0) return;
        uint256 face = 0;
        for (uint256 i = 0; i < ids.length; ++i) face += words[i].end() - ids[i].start();
        _do(c, OBLIGOR, face, _sharesOf(ids), abi.encodeCall(settlementDesk.payEarly, (c.id, ids, words)));
        c.retired += face;
        for (uint256 i = 0; i < ids.length; ++i) {
            same(uint160(ledger.sliceWordOf(ids[i]).holder()), uint160(OBLIGOR), "paid early, the obligor's");
            _noteSlice(ids[i]);
        }
        ++fired[msg.sig];
    }

    /// @dev A holder loses its key, again and again, whatever lies on its slice: two officers, a week, and the next key.
    function loseKey(uint256 seed) external atClock {
        (, SliceId id, SliceWord word) = _any(seed);
        address lost = word.holder();
        bool mayBe =
            uint16(uint160(lost)) >= uint16(uint160(FIRST_LOST)) && uint16(uint160(lost)) <= uint16(uint160(FIFTH_LOST));
        if (!mayBe || _isLost(lost) || _mix(seed, 1) % 2 != 0) return;
        address next = _successorOf(lost);
        vm.prank(OFFICER);
        ledger.proposeReplacement(lost, next);
        vm.prank(OTHER_OFFICER);
        ledger.agreeReplacement(lost, next);
        _clock += 7 days;
        vm.warp(_clock);
        ledger.replaceKey(lost);
        vm.startPrank(next);
        ledger.setStandingConsent(true);
        ledger.setDeskEnabled(address(discountDesk), true);
        vm.stopPrank();
        same(ledger.sliceWordOf(id).raw(), word.raw(), "the slice waits to be moved");
        ++fired[msg.sig];
    }

    function declareDefault(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.reported || c.defaulted || c.paid) return;
        if (_today() <= c.terms.dueDay + _rules.defaultDays) return;
        ledger.declareDefault(c.id);
        c.defaulted = true;
        ++fired[msg.sig];
    }

    function writeOff(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.defaulted || c.writtenOff || c.paid) return;
        vm.prank(OFFICER);
        ledger.writeOff(c.id, DECISION);
        c.writtenOff = true;
        ++fired[msg.sig];
    }

    /// @dev Removed at once; admitted again it goes on where it stopped, and nobody else could in between.
    function removeSettlementDesk(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!c.confirmed || c.slices.length == 0) return;
        vm.prank(OFFICER);
        ledger.removeDesk(address(settlementDesk), DECISION);
        bytes4 powerless = IRuleTables.Rulebook_DeskLacksPower.selector;
        if (c.paidFace + c.paidPenalty != 0) {
            bytes memory payout = abi.encodeCall(settlementDesk.payOut, (c.id, _one(c.slices[0])));
            _refused(address(settlementDesk), FIRST, payout, powerless);
        }
        if (_isOwing(c)) {
            bytes memory payment = abi.encodeCall(settlementDesk.payPart, (c.id, 1, new SliceId[](0)));
            _refused(address(settlementDesk), OBLIGOR, payment, powerless);
        }
        vm.prank(OFFICER);
        ledger.admitDesk(address(settlementDesk), POWER_SETTLE, DECISION);
        ++fired[msg.sig];
    }

    function _isUnderWay(Case storage c) internal view returns (bool) {
        return c.confirmed && c.terms.dueDay > _today() && !_isHeld(c);
    }

    /// @dev A cent, about the penalty, some of the face, and sometimes all that is owed.
    function _portion(Case storage c, uint256 seed) private view returns (uint64) {
        (uint256 face, uint256 penalty) = _owed(c);
        uint256 way = _mix(seed, 31) % 10;
        if (way == 0) return uint64(face + penalty);
        if (way == 1) return 1;
        if (way == 2 && penalty != 0) return uint64(penalty);
        if (way < 5) return uint64(bound(_mix(seed, 32), 1, penalty + 1));
        return uint64(bound(_mix(seed, 32), 1, penalty + 1 + face / 4));
    }

    /// @dev The penalty first; then face, which after the days of grace ends a period.
    function _payPortion(Case storage c, uint256 amount, SliceId[] memory ids, bytes memory call) private {
        (uint256 face, uint256 penalty) = _owed(c);
        if (amount == face + penalty) return _payAll(c, ids, call);
        _sameDue(c, face, penalty);
        _openBlocks(c);
        uint256 toPenalty = amount < penalty ? amount : penalty;
        bool late = _today() > c.terms.dueDay + _rules.graceDays;
        if (amount > toPenalty && late) (c.accrued, c.since) = (c.paidPenalty + penalty, _today());
        c.paidFace += amount - toPenalty;
        c.paidPenalty += toPenalty;
        _through(c, OBLIGOR, amount, ids, call);
    }

    /// @dev Slices that nothing is under way with, and that the obligor does not hold.
    function _payable(Case storage c, uint256 most) private view returns (SliceId[] memory ids, SliceWord[] memory words) {
        SliceId[] memory found = new SliceId[](most);
        uint256 count = 0;
        for (uint256 i = 0; i < c.slices.length && count < most; ++i) {
            SliceWord word = ledger.sliceWordOf(c.slices[i]);
            if (word.flags() == 0 && word.holder() != OBLIGOR) found[count++] = c.slices[i];
        }
        (ids, words) = (new SliceId[](count), new SliceWord[](count));
        for (uint256 i = 0; i < count; ++i) (ids[i], words[i]) = (found[i], ledger.sliceWordOf(found[i]));
    }
}
