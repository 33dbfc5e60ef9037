// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Due, ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Log, bound } from "../helpers/Vm.sol";
import { Paper } from "./Counter.sol";
import { Trading } from "./Trading.sol";

/// @dev The obligor pays, in full, in parts, early. What the settlement desk says it pays for each slice is looked for in the purse of who
/// is to have it; that the shares are right is Settlement.t.sol's.
abstract contract Settling is Trading {
    /// @dev Money for a slice that secures a loan, and whose what no lender is owed will be.
    struct Locked {
        uint256 amount;
        address holder;
    }

    error Settling_Refused(bytes answer);

    mapping(uint256 slice => Locked) internal _locked;
    /// @dev Slices for which money ever waited for the pledge desk; none twice.
    SliceId[] internal _lockedIds;
    mapping(uint256 slice => bool) private _everLocked;

    /// @notice Money that waits for the pledge desk, by the handler's own count and by the desk's.
    function lockedMoney() external view returns (uint256 counted, uint256 named) {
        for (uint256 i = 0; i < _lockedIds.length; ++i) {
            counted += _locked[_lockedIds[i].raw()].amount;
            named += settlementDesk.lockedMoneyOf(_lockedIds[i]);
        }
    }

    /// @dev Mostly a part, and late now and then.
    function pay(uint256 seed) external acts {
        (bool found, Paper storage p) = _which(seed, _isOwing);
        if (!found || _mix(seed, 2) % 3 == 0) return;
        Due memory due = settlementDesk.dueOf(p.id);
        uint64 owed = uint64(due.face) + due.penalty;
        uint64 amount = _mix(seed, 3) % 3 == 0 ? owed : uint64(bound(_mix(seed, 4), 1, 1 + owed / 2));
        SliceId[] memory ids = _unfrozen(p, seed);
        bytes memory call =
            amount == owed
                ? abi.encodeCall(settlementDesk.pay, (p.id, ids))
                : abi.encodeCall(settlementDesk.payPart, (p.id, amount, ids));
        _settle(p, OBLIGOR, amount, ids, call);
        ++fired[msg.sig];
    }

    function payOut(uint256 seed) external acts {
        (bool found, Paper storage p) = _which(seed, _isPaidInto);
        if (!found) return;
        _payOut(p, _unfrozen(p, seed));
        ++fired[msg.sig];
    }

    /// @dev At its face, whoever holds it.
    function payEarly(uint256 seed) external acts {
        (Paper storage p, SliceId id, SliceWord word) = _find(seed, Want.Free);
        if (word.isEmpty() || word.holder() == OBLIGOR || _mix(seed, 1) % 4 != 0) return;
        SliceWord[] memory words = new SliceWord[](1);
        words[0] = word;
        bytes memory call = abi.encodeCall(settlementDesk.payEarly, (p.id, _one(id), words));
        _settle(p, OBLIGOR, word.end() - id.start(), _one(id), call);
        ++fired[msg.sig];
    }

    /// @dev What was set aside by either desk that does so.
    function claim(uint256 seed) external acts {
        address account = _mix(seed, 1) % 3 == 0 ? OTHER_BANK : BLOCKED;
        address desk = desks()[_mix(seed, 2) % 2];
        uint256 waiting = _waits[desk][account];
        if (waiting == 0) return;
        _waits[desk][account] = 0;
        _move(desk, FIRST, waiting);
        vm.prank(account);
        if (desk == address(settlementDesk)) same(settlementDesk.claim(account, 1, FIRST), waiting, "all that waits");
        else same(pledgeDesk.claim(account, 1, FIRST), waiting, "all that waits");
        ++fired[msg.sig];
    }

    /// @dev A receivable of which this is so.
    function _which(
        uint256 seed,
        function(Paper storage) internal view returns (bool) so
    ) private view returns (bool, Paper storage p) {
        p = _papers[0];
        for (uint256 i = 0; i < _papers.length; ++i) {
            p = _papers[_turn(seed, 1, i, _papers.length)];
            if (so(p)) return (true, p);
        }
        return (false, p);
    }

    function _payOut(Paper storage p, SliceId[] memory ids) internal {
        _settle(p, FIRST, 0, ids, abi.encodeCall(settlementDesk.payOut, (p.id, ids)));
    }

    /// @dev Something was paid of it from the due day on, and not all is paid out.
    function _isPaidInto(Paper storage p) internal view returns (bool) {
        return ledger.settlingOf(p.id).desk != address(0);
    }

    function _isOwing(Paper storage p) internal view returns (bool) {
        bool over = ledger.settlingOf(p.id).inFull || ledger.receivableWordOf(p.id).status() == Status.Settled;
        return !over && p.dueDay <= _today();
    }

    /// @dev Money of a payer's for slices: what goes to whom, and what stays with the desk under which name.
    function _settle(Paper storage p, address payer, uint256 paid, SliceId[] memory ids, bytes memory call) internal {
        SliceWord[] memory words = ledger.sliceWordsOf(ids);
        uint256 before = settlementDesk.collectionOf(p.id).held;
        vm.getRecordedLogs();
        (bool ok, bytes memory answer) = _callDesk(address(settlementDesk), payer, call);
        require(ok, Settling_Refused(answer));
        _move(payer, address(settlementDesk), paid);
        uint256 out = _takeUpShares(ids, words);
        same(out + settlementDesk.collectionOf(p.id).held, before + paid, "what is not paid out is held");
        p.paidIn += paid;
        p.paidOut += out;
    }

    function _takeUpShares(SliceId[] memory ids, SliceWord[] memory words) private returns (uint256 out) {
        Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(settlementDesk) || logs[i].topics[0] != ISettlementDesk.SlicePaid.selector) continue;
            uint256 index = 0;
            while (ids[index].raw() != uint256(logs[i].topics[1])) ++index;
            uint256 amount = abi.decode(logs[i].data, (uint256));
            address payee = ledger.accountInForce(words[index].holder());
            same(uint256(logs[i].topics[2]), uint160(payee), "who is paid");
            out += amount;
            if (words[index].flags() >> SLICE_LOCK_SHIFT != 0) _lockMoney(ids[index], amount, payee);
            else _reach(address(settlementDesk), payee, amount);
        }
    }

    function _lockMoney(SliceId id, uint256 amount, address holder) private {
        Locked storage money = _locked[id.raw()];
        (money.amount, money.holder) = (money.amount + amount, holder);
        if (!_everLocked[id.raw()]) _lockedIds.push(id);
        _everLocked[id.raw()] = true;
    }

    /// @dev Some of the slices that are not frozen, in ascending order.
    function _unfrozen(Paper storage p, uint256 seed) private returns (SliceId[] memory ids) {
        SliceId[] memory all = _slices(p);
        uint256 count = 0;
        for (uint256 i = 0; i < all.length; ++i) {
            bool named = _mix(seed, 10) % 2 == 0 || _mix(seed, 20 + i) % 2 == 0;
            if (named && ledger.sliceWordOf(all[i]).flags() & SLICE_FROZEN == 0) all[count++] = all[i];
        }
        ids = new SliceId[](count);
        for (uint256 i = 0; i < count; ++i) ids[i] = all[i];
    }
}
