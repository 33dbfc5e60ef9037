// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Collection, Due, ISettlementDesk } from "../../contracts/interfaces/ISettlementDesk.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SLICE_LOCK_SHIFT, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Log } from "../helpers/Vm.sol";
import { Picks } from "./Picks.sol";
import { Block, Case } from "./Store.sol";

/// @dev Money: what is owed is counted here by itself, and whatever the settlement desk says it pays is looked for in somebody's purse.
abstract contract Payments is Picks {
    /// @dev What the payees, the payer (last) and the desk have at one moment.
    struct Till {
        uint256[] cash;
        uint256[] waiting;
        uint256[] locked;
        uint256 held;
        uint256 desk;
    }

    /// @dev The slices that an action names: whom each pays, or whether its money waits for a desk, and how much it is.
    struct Shares {
        SliceId[] ids;
        address[] payees;
        bool[] locked;
        uint256[] amounts;
    }

    struct Paid {
        SliceId id;
        address holder;
        uint256 amount;
    }

    error Payments_Refused(bytes answer);

    /// @notice Slices, as they were when the first money came, that did not have exactly their face and share of the penalty in the end,
    /// though no legal order had cut any between two late payments.
    uint256 public unequal;
    /// @notice Cents by which slices had too much in the end, beyond one for each legal cut between two late payments.
    uint256 public undue;
    /// @notice Receivables paid and paid out, in parts, and so that a legal cut has cost somebody a cent: to show that they occur.
    uint256 public finished;
    uint256 public finishedInParts;
    uint256 public finishedUnequal;
    mapping(address account => bool) internal _refuses;
    Paid[] private _paid;

    function pay(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (!_isOwing(c) || _waits(seed)) return;
        SliceId[] memory ids = _some(c, seed);
        _payAll(c, ids, abi.encodeCall(settlementDesk.pay, (c.id, ids)));
        _close(c, seed);
        ++fired[msg.sig];
    }

    function payOut(uint256 seed) external atClock {
        Case storage c = _case(seed);
        if (c.paidFace + c.paidPenalty == 0 || c.slices.length == 0 || _isHeld(c)) return;
        uint256 most = _mix(seed, 5) % 2 == 0 ? c.slices.length : 1 + (_mix(seed, 5) % c.slices.length);
        SliceId[] memory ids = _ascending(_batch(c, most));
        _through(c, address(this), 0, ids, abi.encodeCall(settlementDesk.payOut, (c.id, ids)));
        _finish(c);
        _close(c, seed);
        ++fired[msg.sig];
    }

    function claim(uint256 seed) external atClock {
        address account = _fickle()[_mix(seed, 21) % 3];
        uint64 waiting = settlementDesk.setAsideOf(account, 1);
        if (waiting == 0) return;
        uint256 before = token.balanceOf(address(this));
        vm.prank(ledger.accountInForce(account));
        settlementDesk.claim(account, 1, address(this));
        same(token.balanceOf(address(this)) - before, waiting, "the claim is paid in full");
        ++fired[msg.sig];
    }

    function refuseMoney(uint256 seed) external atClock {
        address account = _fickle()[_mix(seed, 21) % 3];
        _refuses[account] = _mix(seed, 9) % 2 == 0;
        token.setRefused(account, _refuses[account]);
        ++fired[msg.sig];
    }

    /// @notice What the obligor owes of a receivable today, by the handler's own count.
    function owedOf(uint256 index) external view returns (uint256 face, uint256 penalty) {
        return _owed(_cases[index]);
    }

    /// @dev Whether the obligor rather pays later, if it may.
    function _waits(uint256) internal pure virtual returns (bool) {
        return false;
    }

    function _isOwing(Case storage c) internal view returns (bool) {
        return c.confirmed && !c.paid && c.terms.dueDay <= _today();
    }

    /// @dev Slices that a payment names, in ascending order; none during a hold.
    function _some(Case storage c, uint256 seed) internal view returns (SliceId[] memory) {
        return _ascending(_batch(c, _isHeld(c) ? 0 : _mix(seed, 5) % (c.slices.length + 1)));
    }

    /// @dev Each period in which the unpaid face stayed the same is rounded by itself, half up.
    function _owed(Case storage c) internal view returns (uint256 face, uint256 penalty) {
        face = c.terms.face - c.paidFace;
        if (face == 0 || _today() <= c.terms.dueDay + _rules.graceDays) return (face, 0);
        uint256 period = _today() - (c.since == 0 ? c.terms.dueDay : c.since);
        uint256 millionths = face * _rules.penaltyPpmPerDay * period;
        penalty = c.accrued + (2 * millionths + 1e6) / 2e6 - c.paidPenalty;
    }

    /// @dev All that is owed, by whichever call.
    function _payAll(Case storage c, SliceId[] memory ids, bytes memory call) internal {
        (uint256 face, uint256 penalty) = _owed(c);
        _sameDue(c, face, penalty);
        _openBlocks(c);
        c.paid = true;
        c.paidFace += face;
        c.paidPenalty += penalty;
        _through(c, OBLIGOR, face + penalty, ids, call);
        _finish(c);
    }

    function _sameDue(Case storage c, uint256 face, uint256 penalty) internal view {
        Due memory due = settlementDesk.dueOf(c.id);
        same(due.face, face, "face owed");
        same(due.penalty, penalty, "penalty owed");
    }

    function _openBlocks(Case storage c) internal {
        if (_blocks[c.id].length != 0) return;
        for (uint256 i = 0; i < c.slices.length; ++i)
            _blocks[c.id].push(Block(c.slices[i].start(), ledger.sliceWordOf(c.slices[i]).end(), 0, 0, 0));
    }

    /// @dev A payment of `paid` by `payer`, after which each payee has what was said to be paid for its slices.
    function _through(Case storage c, address payer, uint256 paid, SliceId[] memory ids, bytes memory call) internal {
        Shares memory shares = _sharesOf(ids);
        if (c.paid) _leave(c, ids);
        uint256 waits = _do(c, payer, paid, shares, call);
        for (uint256 i = 0; i < ids.length; ++i) {
            _blockOf(c.id, ids[i]).had += shares.amounts[i];
            if (shares.locked[i]) c.locked += shares.amounts[i];
            else c.received += shares.amounts[i];
        }
        c.received -= waits;
        c.setAside += waits;
    }

    /// @dev As `_through`, but the receivable's own book is not touched: before the due day.
    /// @return waits What was set aside for payees that could not receive.
    function _do(
        Case storage c,
        address payer,
        uint256 paid,
        Shares memory shares,
        bytes memory call
    ) internal returns (uint256 waits) {
        address[] memory accounts = _accounts(shares, payer);
        Till memory before = _till(c, accounts, shares.ids);
        _takeUpRecorded();
        // Of payments that this book does not keep.
        delete _paid;
        vm.prank(payer);
        (bool ok, bytes memory answer) = address(settlementDesk).call(call);
        require(ok, Payments_Refused(answer));
        _takeUpRecorded();
        _takeShares(shares);
        Till memory after_ = _till(c, accounts, shares.ids);
        waits = _comparePurses(accounts, paid, shares, before, after_);
        uint256 stays = waits;
        uint256 sum = 0;
        for (uint256 i = 0; i < shares.ids.length; ++i) {
            sum += shares.amounts[i];
            uint256 due = shares.locked[i] ? shares.amounts[i] : 0;
            same(after_.locked[i], before.locked[i] + due, "waits for the desk that locked it");
            if (due != 0) _lockedMoney.push(shares.ids[i]);
            stays += due;
        }
        same(after_.held + sum, before.held + paid, "what is not paid out is held");
        same(after_.desk + before.held, before.desk + after_.held + stays, "nobody else has anything");
    }

    /// @dev Of each account once, as the first.
    function _comparePurses(
        address[] memory accounts,
        uint256 paid,
        Shares memory shares,
        Till memory before,
        Till memory after_
    ) private pure returns (uint256 allWaits) {
        uint256 last = accounts.length - 1;
        for (uint256 i = 0; i <= last; ++i) {
            uint256 due = 0;
            bool known = false;
            for (uint256 j = 0; j < last; ++j) {
                if (accounts[j] != accounts[i]) continue;
                known = known || j < i;
                if (!shares.locked[j]) due += shares.amounts[j];
            }
            if (known) continue;
            uint256 waits = after_.waiting[i] - before.waiting[i];
            uint256 spent = accounts[i] == accounts[last] ? paid : 0;
            same(after_.cash[i] + waits + spent, before.cash[i] + due, "each payee has what was paid for its slices");
            allWaits += waits;
        }
    }

    function _accounts(Shares memory shares, address payer) private pure returns (address[] memory accounts) {
        uint256 last = shares.payees.length;
        accounts = new address[](last + 1);
        for (uint256 i = 0; i < last; ++i) accounts[i] = shares.payees[i];
        accounts[last] = payer;
    }

    function _sharesOf(SliceId[] memory ids) internal view returns (Shares memory shares) {
        shares = Shares(ids, new address[](ids.length), new bool[](ids.length), new uint256[](ids.length));
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord word = ledger.sliceWordOf(ids[i]);
            shares.payees[i] = ledger.accountInForce(word.holder());
            shares.locked[i] = word.flags() >> SLICE_LOCK_SHIFT != 0;
        }
    }

    function _takeUpPayment(Log memory log) internal override {
        if (log.topics[0] != ISettlementDesk.SlicePaid.selector) return;
        address holder = address(uint160(uint256(log.topics[2])));
        _paid.push(Paid(SliceId.wrap(uint256(log.topics[1])), holder, abi.decode(log.data, (uint256))));
    }

    /// @dev What was said to be paid: for the slices that were named, to their holders, once each.
    function _takeShares(Shares memory shares) private {
        for (uint256 i = 0; i < _paid.length; ++i) {
            uint256 index = 0;
            while (index < shares.ids.length && shares.ids[index].raw() != _paid[i].id.raw()) ++index;
            holds(index < shares.ids.length, "only slices that were named are paid");
            same(shares.amounts[index], 0, "a slice is paid once");
            same(uint160(_paid[i].holder), uint160(shares.payees[index]), "who is paid");
            shares.amounts[index] = _paid[i].amount;
        }
        delete _paid;
    }

    function _till(Case storage c, address[] memory accounts, SliceId[] memory ids) private view returns (Till memory till) {
        (till.cash, till.waiting) = (new uint256[](accounts.length), new uint256[](accounts.length));
        for (uint256 i = 0; i < accounts.length; ++i) {
            till.cash[i] = token.balanceOf(accounts[i]);
            till.waiting[i] = settlementDesk.setAsideOf(accounts[i], 1);
        }
        till.locked = new uint256[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) till.locked[i] = settlementDesk.lockedMoneyOf(ids[i]);
        till.held = settlementDesk.collectionOf(c.id).held;
        till.desk = token.balanceOf(address(settlementDesk));
    }

    function _blockOf(ReceivableId id, SliceId slice) private view returns (Block storage) {
        Block[] storage blocks = _blocks[id];
        uint256 i = 0;
        while (slice.start() < blocks[i].from || blocks[i].to <= slice.start()) ++i;
        return blocks[i];
    }

    /// @dev Once the last cent is paid out: who had what.
    function _finish(Case storage c) internal {
        if (c.slices.length != 0) return;
        Collection memory left = settlementDesk.collectionOf(c.id);
        same(left.held, 0, "nothing is kept of a settled receivable");
        Block[] storage blocks = _blocks[c.id];
        uint256 different = 0;
        uint256 tooMuch = 0;
        for (uint256 i = 0; i < blocks.length; ++i) {
            (uint48 from, uint48 to) = (blocks[i].from, blocks[i].to);
            uint256 due = to - from + Money.share(c.paidPenalty, c.terms.face, from, to);
            if (blocks[i].had == due) continue;
            ++different;
            if (blocks[i].had > due + blocks[i].lateCuts) undue += blocks[i].had - due - blocks[i].lateCuts;
            if (blocks[i].had > due) tooMuch += blocks[i].had - due;
        }
        if (c.lateCuts == 0) unequal += different;
        if (tooMuch > c.lateCuts) undue += tooMuch - c.lateCuts;
        ++finished;
        if (left.parts != 0) ++finishedInParts;
        if (different != 0) ++finishedUnequal;
    }
}
