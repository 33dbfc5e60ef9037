// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { PaidMark } from "../../contracts/interfaces/IDeskActs.sol";
import { IRecourseDesk, LinkState, RecourseLink } from "../../contracts/interfaces/IRecourseDesk.sol";
import { Collection } from "../../contracts/interfaces/ISettlementDesk.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { Status } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";
import { Log } from "../helpers/Vm.sol";
import { Paper } from "./Counter.sol";
import { Selling } from "./Selling.sol";

/// @dev Banks that bought with recourse turn to their sellers. Links are known from events alone, each with the purchase it stems from.
abstract contract Claiming is Selling {
    error Claiming_Refused(bytes answer);

    /// @dev Of each link the first of its purchase; links are numbered from 1.
    uint256[] internal _rootOf;
    mapping(uint256 root => uint256 cents) internal _purchased;
    /// @notice Cents that went back by a purchase's links.
    mapping(uint256 root => uint256 cents) public returned;

    /// @notice Of each link, by its number − 1, the first link of its purchase.
    function roots() external view returns (uint256[] memory) {
        return _rootOf;
    }

    /// @notice Cents of the purchase that a first link was recorded for.
    function purchased(uint256 root) external view returns (uint256) {
        return _purchased[root];
    }

    function demand(uint256 seed) external acts {
        (uint256 linkId, SliceId id, SliceWord word) = _claimable(seed);
        if (word.isEmpty() || recourseDesk.linkOf(linkId).state != LinkState.Recorded) return;
        _drawFirst(id);
        vm.getRecordedLogs();
        bytes memory call = abi.encodeCall(recourseDesk.demand, (linkId, id));
        (bool ok, bytes memory answer) = _callDesk(address(recourseDesk), word.holder(), call);
        if (!_isClaimed(ok, answer)) return;
        _takeUpLinks();
        ++fired[msg.sig];
    }

    /// @dev The seller pays, or anyone for it: what the slice would have if the obligor paid in full today. Then never again.
    function payRecourse(uint256 seed) external acts {
        (uint256 linkId, SliceId id, SliceWord word) = _claimable(seed);
        if (word.isEmpty() || _refuses[word.holder()]) return;
        _drawFirst(id);
        uint256 due = _unpaid(id, word);
        address seller = ledger.accountInForce(recourseDesk.linkOf(linkId).seller);
        if (seller == word.holder()) return;
        address payer = _mix(seed, 1) % 2 == 0 ? seller : SECOND;
        vm.getRecordedLogs();
        bytes memory call = abi.encodeCall(recourseDesk.payRecourse, (linkId, id, word, uint64(due)));
        (bool ok, bytes memory answer) = _call(address(recourseDesk), payer, call);
        if (!_isClaimed(ok, answer)) return;
        _takeUpLinks();
        same(abi.decode(answer, (uint256)), due, "what is unpaid of it");
        _move(payer, word.holder(), due);
        same(uint160(ledger.sliceWordOf(id).holder()), uint160(seller), "back with its seller");
        returned[_rootOf[linkId - 1]] += word.end() - id.start();
        (ok, answer) = _call(address(recourseDesk), payer, call);
        holds(!ok && bytes4(answer) == IRecourseDesk.Recourse_LinkEnded.selector, "once");
        ++fired[msg.sig];
    }

    function waive(uint256 seed) external acts {
        if (_rootOf.length == 0 || _mix(seed, 1) % 12 != 0) return;
        uint256 linkId = 1 + (_mix(seed, 2) % _rootOf.length);
        RecourseLink memory link = recourseDesk.linkOf(linkId);
        bool open = link.state == LinkState.Recorded || link.state == LinkState.Demanded;
        (bool ok, ) = _call(address(recourseDesk), link.bank, abi.encodeCall(recourseDesk.waive, (linkId)));
        holds(ok == open, "what has ended can't be waived");
        if (ok) ++fired[msg.sig];
    }

    function _takeUpLinks() internal override {
        Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter != address(recourseDesk)) continue;
            uint256 linkId = uint256(logs[i].topics[1]);
            if (logs[i].topics[0] == IRecourseDesk.RecourseRecorded.selector) {
                _rootOf.push(linkId);
                same(linkId, _rootOf.length, "links are numbered");
                RecourseLink memory link = recourseDesk.linkOf(linkId);
                _purchased[linkId] = link.end - link.first.start();
            } else if (logs[i].topics[0] == IRecourseDesk.RecourseCarriedOn.selector) {
                _rootOf.push(_rootOf[linkId - 1]);
                same(uint256(logs[i].topics[2]), _rootOf.length, "links are numbered");
            }
        }
    }

    /// @dev Refused only where nothing is left to claim.
    function _isClaimed(bool ok, bytes memory answer) private pure returns (bool) {
        bool nothing = bytes4(answer) == IRecourseDesk.Recourse_NothingToClaim.selector;
        require(ok || nothing, Claiming_Refused(answer));
        return ok;
    }

    /// @dev A slice that its bank has recourse for now: of a receivable in default, its own, free, and wholly among the link's cents.
    function _claimable(uint256 seed) private returns (uint256 linkId, SliceId id, SliceWord word) {
        for (uint256 i = 0; i < _rootOf.length; ++i) {
            linkId = 1 + _turn(seed, 60, i, _rootOf.length);
            RecourseLink memory link = recourseDesk.linkOf(linkId);
            Status status = ledger.receivableWordOf(link.first.receivable()).status();
            bool open = link.state == LinkState.Recorded || link.state == LinkState.Demanded;
            if (!open || (status != Status.Defaulted && status != Status.WrittenOff)) continue;
            if (ledger.settlingOf(link.first.receivable()).inFull) continue;
            SliceId[] memory ids = _slices(_paperOf(link.first));
            for (uint256 j = 0; j < ids.length; ++j) {
                word = ledger.sliceWordOf(ids[j]);
                bool inside = link.first.start() <= ids[j].start() && word.end() <= link.end;
                if (inside && word.holder() == link.bank && word.flags() == 0) return (linkId, ids[j], word);
            }
        }
        return (0, id, SliceWord.wrap(0));
    }

    /// @dev What lies ready for the slice is paid out before anything is claimed for it.
    function _drawFirst(SliceId id) private {
        Paper storage p = _paperOf(id);
        if (_isPaidInto(p)) _payOut(p, _one(id));
    }

    /// @dev Its face and its share of the penalty until today, without its shares of what it was paid for.
    function _unpaid(SliceId id, SliceWord word) private view returns (uint256) {
        Paper storage p = _paperOf(id);
        (, PaidMark[] memory marks) = ledger.payeesOf(_one(id));
        Collection memory c = settlementDesk.collectionOf(p.id);
        uint256 penalty = c.penalty + settlementDesk.dueOf(p.id).penalty;
        (uint48 from, uint48 to) = (id.start(), word.end());
        (uint256 share, uint256 had) = (
            Money.share(penalty, p.face, from, to),
            Money.share(marks[0].penalty, p.face, from, to)
        );
        return to - from - Money.share(marks[0].face, p.face, from, to) + (share < had ? 0 : share - had);
    }
}
