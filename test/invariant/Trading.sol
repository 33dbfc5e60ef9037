// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SLICE_LOCK_MASK, SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { bound } from "../helpers/Vm.sol";
import { Counter, Paper } from "./Counter.sol";

/// @dev What happens to slices without any cash: payments among companies, orders, lost keys, defaults.
abstract contract Trading is Counter {
    uint256 private constant MOST_LOST = 3;
    uint256 private _lostKeys;

    /// @dev Into parts that no bank pays more for than for the whole, but for half a cent a rounding.
    function split(uint256 seed) external acts {
        (Paper storage p, SliceId id, SliceWord word) = _find(seed, Want.Free);
        uint48 least = _smallest(p);
        if (word.isEmpty() || word.end() - id.start() < 2 * least) return;
        uint48[] memory amounts = new uint48[](1 + (_mix(seed, 1) % 3));
        uint48 spare = word.end() - id.start() - least;
        if (spare < amounts.length * least) return;
        for (uint256 i = 0; i < amounts.length; ++i) amounts[i] = uint48(spare / amounts.length);
        uint256 whole = discountDesk.quote(id, 0, _offerTerms()).net;
        vm.prank(word.holder());
        SliceId part = ledger.split(id, amounts);
        uint256 parts = discountDesk.quote(id, 0, _offerTerms()).net;
        for (uint256 i = 0; i < amounts.length; ++i) {
            parts += discountDesk.quote(part, 0, _offerTerms()).net;
            part = sliceIdOf(p.id, ledger.sliceWordOf(part).end());
        }
        // Each of the parts, the head, and the whole is rounded once.
        holds(2 * parts <= 2 * whole + amounts.length + 2, "splitting first yields half a cent a part at most");
        ++fired[msg.sig];
    }

    function merge(uint256 seed) external acts {
        (Paper storage p, SliceId id, SliceWord word) = _find(seed, Want.Free);
        if (word.isEmpty() || word.end() == p.face) return;
        SliceId right = sliceIdOf(p.id, word.end());
        SliceWord other = ledger.sliceWordOf(right);
        if (other.holder() != word.holder() || other.flags() != 0) return;
        vm.prank(word.holder());
        ledger.merge(id, right);
        ++fired[msg.sig];
    }

    /// @dev To a company, now and then to the obligor. Banks get nothing but by desks.
    function transfer(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Free);
        address to = _mix(seed, 1) % 10 == 0 ? OBLIGOR : _company(seed);
        if (word.isEmpty() || word.hops() >= MAX_HOPS || word.holder() == to) return;
        vm.prank(word.holder());
        ledger.transfer(id, to, 0);
        ++fired[msg.sig];
    }

    /// @dev A court's freeze cuts anywhere, also what secures a loan, what a bank has recourse for and what is in default.
    function freeze(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, _mix(seed, 1) % 2 == 0 ? Want.Pledged : Want.Unfrozen);
        if (!_is(Want.Unfrozen, _paperOf(id), word) || word.isEmpty() || _mix(seed, 2) % 2 == 0) return;
        uint48 from = uint48(bound(_mix(seed, 3), id.start(), word.end() - 1));
        uint48 to = uint48(bound(_mix(seed, 4), from + 1, word.end()));
        vm.prank(OFFICER);
        ledger.freeze(id, from, to, 1, DECISION, type(uint40).max);
        ++fired[msg.sig];
    }

    function release(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Frozen);
        if (word.isEmpty()) return;
        vm.prank(OFFICER);
        ledger.release(_one(id), DECISION);
        ++fired[msg.sig];
    }

    /// @dev The pledge goes with the slice, if there is one; recourse does not.
    function carryOutTransfer(uint256 seed) external acts {
        (, SliceId id, SliceWord word) = _find(seed, Want.Frozen);
        address to = _company(seed);
        if (word.isEmpty() || to == word.holder()) return;
        vm.prank(OFFICER);
        ledger.orderTransfer(id, word, to, DECISION);
        vm.prank(OTHER_OFFICER);
        ledger.carryOutTransfer(id, word, to, DECISION);
        same(ledger.sliceWordOf(id).flags(), word.flags() & SLICE_LOCK_MASK, "with its pledge");
        ++fired[msg.sig];
    }

    /// @dev Sellers', borrowers' and holders' duties and claims go on under another key. Lost by who holds something.
    function loseKey(uint256 seed) external acts {
        if (_lostKeys == MOST_LOST || _mix(seed, 1) % 4 != 0) return;
        address lost = _actors()[FIRST_LOST_INDEX + _lostKeys];
        if (ledger.balanceOf(lost) == 0) return;
        ++_lostKeys;
        address next = _successorOf(lost);
        vm.prank(OFFICER);
        ledger.proposeReplacement(lost, next);
        vm.prank(OTHER_OFFICER);
        ledger.agreeReplacement(lost, next);
        _clock += 7 days;
        vm.warp(_clock);
        ledger.replaceKey(lost);
        address[6] memory all = desks();
        vm.startPrank(next);
        ledger.setStandingConsent(true);
        for (uint256 i = 1; i < 5; ++i) ledger.setDeskEnabled(all[i], true);
        vm.stopPrank();
        ++fired[msg.sig];
    }

    function moveToSuccessor(uint256 seed) external acts {
        for (uint256 i = 0; i < _papers.length; ++i) {
            SliceId[] memory ids = _slices(_papers[_turn(seed, 1, i, _papers.length)]);
            for (uint256 j = 0; j < ids.length; ++j) {
                address holder = ledger.sliceWordOf(ids[j]).holder();
                if (ledger.accountInForce(holder) == holder) continue;
                ledger.moveToSuccessor(_one(ids[j]));
                ++fired[msg.sig];
                return;
            }
        }
    }

    /// @dev One step further towards being written off.
    function fall(uint256 seed) external acts {
        Paper storage p = _papers[_mix(seed, 1) % _papers.length];
        Status status = ledger.receivableWordOf(p.id).status();
        bool owing = !ledger.settlingOf(p.id).inFull && ledger.retiredOf(p.id) < p.face;
        if (!owing || _today() <= p.dueDay + ledger.policyOf(1).defaultDays) return;
        if (status == Status.Confirmed) {
            // It may have been reported before.
            _call(address(ledger), FIRST, abi.encodeCall(ledger.reportOverdue, (p.id)));
            ledger.declareDefault(p.id);
        } else if (status == Status.Defaulted && _mix(seed, 2) % 3 == 0) {
            vm.prank(OFFICER);
            ledger.writeOff(p.id, DECISION);
        } else {
            return;
        }
        ++fired[msg.sig];
    }

    function _paperOf(SliceId id) internal view returns (Paper storage p) {
        p = _papers[0];
        for (uint256 i = 0; i < _papers.length; ++i) if (_papers[i].id == id.receivable()) return _papers[i];
    }

    function _smallest(Paper storage p) internal view returns (uint48) {
        uint48 share = (p.face + MAX_SLICES - 1) / MAX_SLICES;
        return share > MIN_SLICE ? share : MIN_SLICE;
    }
}
