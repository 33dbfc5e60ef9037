// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { EnumerableSet } from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import { IDeskActs, PaidMark } from "../../contracts/interfaces/IDeskActs.sol";
import { IEvidence } from "../../contracts/interfaces/IEvidence.sol";
import { IKeyReplacement } from "../../contracts/interfaces/IKeyReplacement.sol";
import { ILegalOrders } from "../../contracts/interfaces/ILegalOrders.sol";
import { IObligors } from "../../contracts/interfaces/IObligors.sol";
import { IParticipants } from "../../contracts/interfaces/IParticipants.sol";
import { IReceivables } from "../../contracts/interfaces/IReceivables.sol";
import { ISlices } from "../../contracts/interfaces/ISlices.sol";
import { PARTICIPANT_REPLACED, ParticipantWord } from "../../contracts/libraries/ParticipantWord.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { ReceivableWord } from "../../contracts/libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord, packSlice } from "../../contracts/libraries/SliceWord.sol";
import { Log } from "../helpers/Vm.sol";
import { World } from "./World.sol";

/// @dev Rebuilds every word from the ledger's events alone, without asking it, and then compares. Most events carry the resulting word
/// as their last value, which makes the rebuilding as short as the design promises.
/// What an action has touched is compared after it; `compareAll` also finds a word that changed and no event said so.
abstract contract Replay is World {
    using EnumerableSet for EnumerableSet.AddressSet;
    using EnumerableSet for EnumerableSet.UintSet;

    error Replay_NotRefusedFor(bytes4 call, bytes4 expected, bytes answer);

    bytes32 private constant TRANSFER = keccak256("Transfer(address,address,uint256)");

    enum Kind {
        Other,
        Slice,
        Receivable,
        Participant
    }

    /// @notice Words that were rebuilt and compared.
    uint256 public replayed;
    mapping(uint256 slice => uint256 word) private _sliceWords;
    mapping(uint256 receivable => uint256 word) private _receivableWords;
    mapping(address account => uint256 word) private _participantWords;
    mapping(bytes32 topic => Kind) private _kinds;
    uint256[] private _touchedSlices;
    uint256[] private _touchedReceivables;
    address[] private _touchedParticipants;
    EnumerableSet.UintSet private _liveSlices;
    EnumerableSet.UintSet private _knownReceivables;
    EnumerableSet.AddressSet private _knownAccounts;
    mapping(address holder => uint256 slices) private _counts;
    mapping(uint256 slice => PaidMark) private _paidMarks;
    /// @notice A mark fell, or was set for slices that were not named in ascending order.
    bool public markFell;

    constructor() {
        bytes32[14] memory slices = [
            ISlices.SliceTransferred.selector,
            ISlices.TransferOffered.selector,
            ISlices.TransferAccepted.selector,
            ISlices.TransferOfferEnded.selector,
            ISlices.SliceMovedByDesk.selector,
            ILegalOrders.SliceFrozen.selector,
            ILegalOrders.SliceReleased.selector,
            ILegalOrders.SliceTransferredByOrder.selector,
            IKeyReplacement.SliceMovedToSuccessor.selector,
            ISlices.SliceRetired.selector,
            ISlices.SliceLocked.selector,
            IDeskActs.SliceUnlocked.selector,
            IDeskActs.SliceSeized.selector,
            IDeskActs.SliceReturned.selector
        ];
        bytes32[11] memory receivables = [
            IReceivables.ReceivableRegistered.selector,
            IReceivables.ReceivableConfirmed.selector,
            IReceivables.ReceivableRefused.selector,
            IReceivables.ReceivableCancelled.selector,
            IEvidence.RegistryEntryRecorded.selector,
            ILegalOrders.ReceivableHeld.selector,
            ILegalOrders.HoldEnded.selector,
            ISlices.SlicesRedeemed.selector,
            ISlices.SettlementBound.selector,
            IObligors.ReceivableDefaulted.selector,
            IObligors.ReceivableWrittenOff.selector
        ];
        bytes32[7] memory participants = [
            IParticipants.ParticipantAdmitted.selector,
            IParticipants.ParticipantSuspended.selector,
            IParticipants.ParticipantRestored.selector,
            IParticipants.RolesSet.selector,
            IParticipants.KycUntilSet.selector,
            IParticipants.StandingConsentSet.selector,
            IParticipants.DeskEnabledSet.selector
        ];
        for (uint256 i = 0; i < slices.length; ++i) _kinds[slices[i]] = Kind.Slice;
        for (uint256 i = 0; i < receivables.length; ++i) _kinds[receivables[i]] = Kind.Receivable;
        for (uint256 i = 0; i < participants.length; ++i) _kinds[participants[i]] = Kind.Participant;
    }

    /// @notice Every word that the events speak of, and every balance that follows from them, is what the ledger says.
    function compareAll() external view {
        for (uint256 i = 0; i < _liveSlices.length(); ++i) {
            uint256 id = _liveSlices.at(i);
            same(ledger.sliceWordOf(SliceId.wrap(id)).raw(), _sliceWords[id], "a slice's word, of all");
        }
        for (uint256 i = 0; i < _knownReceivables.length(); ++i) {
            uint256 id = _knownReceivables.at(i);
            uint256 word = ledger.receivableWordOf(ReceivableId.wrap(uint192(id))).raw();
            same(word, _receivableWords[id], "a receivable's word, of all");
        }
        for (uint256 i = 0; i < _knownAccounts.length(); ++i) {
            address account = _knownAccounts.at(i);
            same(ledger.participantOf(account).raw(), _participantWords[account], "a participant's word, of all");
            same(ledger.balanceOf(account), _counts[account], "an account's count of slices");
        }
    }

    /// @notice How many slices the events say there are.
    function liveSlices() external view returns (uint256) {
        return _liveSlices.length();
    }

    /// @notice What a slice was paid for, as the events say.
    function paidMarkOf(SliceId id) external view returns (PaidMark memory) {
        return _paidMarks[id.raw()];
    }

    /// @notice Each identity has one account in force, and every account it had before leads there.
    function followSuccessors() external view {
        for (uint256 i = 0; i < _knownAccounts.length(); ++i) {
            address account = _knownAccounts.at(i);
            ParticipantWord word = ParticipantWord.wrap(uint224(_participantWords[account]));
            // A cycle would never return.
            address inForce = ledger.accountInForce(account);
            holds(word.hasFlag(PARTICIPANT_REPLACED) == (inForce != account), "only a replaced account has a successor");
            same(uint160(ledger.accountOf(word.identity())), uint160(inForce), "one account of an identity is in force");
        }
    }

    /// @dev Takes up what was recorded since `vm.recordLogs`, and compares all that it touched with the chain.
    function _replay() internal {
        _takeUpRecorded();
        while (_touchedSlices.length != 0) {
            uint256 id = _touchedSlices[_touchedSlices.length - 1];
            _touchedSlices.pop();
            same(ledger.sliceWordOf(SliceId.wrap(id)).raw(), _sliceWords[id], "a slice's word from events alone");
            ++replayed;
        }
        while (_touchedReceivables.length != 0) {
            uint256 id = _touchedReceivables[_touchedReceivables.length - 1];
            _touchedReceivables.pop();
            uint256 word = ledger.receivableWordOf(ReceivableId.wrap(uint192(id))).raw();
            same(word, _receivableWords[id], "a receivable's word from events alone");
            ++replayed;
        }
        while (_touchedParticipants.length != 0) {
            address account = _touchedParticipants[_touchedParticipants.length - 1];
            _touchedParticipants.pop();
            uint256 word = ledger.participantOf(account).raw();
            same(word, _participantWords[account], "a participant's word from events alone");
            ++replayed;
        }
    }

    /// @dev A call that may be refused. The recorder keeps the events of a refused call too, though they have never happened.
    function _attempt(address target, address caller, bytes memory call) internal returns (bool ok, bytes memory answer) {
        _takeUpRecorded();
        vm.prank(caller);
        (ok, answer) = target.call(call);
        if (!ok) vm.getRecordedLogs();
    }

    /// @dev A call that must be refused, and for this reason: one refused for something else would prove nothing.
    function _refused(address target, address caller, bytes memory call, bytes4 reason) internal {
        (bool ok, bytes memory answer) = _attempt(target, caller, call);
        require(!ok && bytes4(answer) == reason, Replay_NotRefusedFor(bytes4(call), reason, answer));
    }

    function _takeUpRecorded() internal {
        Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == address(ledger)) _takeUp(logs[i]);
            else if (logs[i].emitter == address(settlementDesk)) _takeUpPayment(logs[i]);
        }
    }

    /// @dev An event of the settlement desk.
    function _takeUpPayment(Log memory log) internal virtual;

    function _takeUp(Log memory log) private {
        bytes32 topic = log.topics[0];
        Kind kind = _kinds[topic];
        if (kind == Kind.Slice) return _setSlice(uint256(log.topics[1]), _fromEnd(log, 1));
        if (kind == Kind.Participant) return _setParticipant(log.topics[1], _fromEnd(log, 1));
        if (kind == Kind.Receivable) _setReceivable(uint256(log.topics[1]), _fromEnd(log, 1));
        if (topic == IReceivables.ReceivableConfirmed.selector) _takeUpConfirmation(log);
        if (topic == ISlices.SliceSplit.selector) _takeUpSplit(log);
        if (topic == ILegalOrders.SliceCut.selector || topic == ISlices.SliceTailMovedByDesk.selector) {
            _setSlice(uint256(log.topics[1]), _fromEnd(log, 2));
            _setPart(uint256(log.topics[1]), SliceWord.wrap(_fromEnd(log, 2)).end(), _fromEnd(log, 1));
        }
        if (topic == ILegalOrders.SliceCut.selector) _copyMark(uint256(log.topics[1]), SliceWord.wrap(_fromEnd(log, 2)).end());
        if (topic == IDeskActs.SlicesPaidInPart.selector) _takeUpMarks(log);
        if (topic == ISlices.SlicesMerged.selector) _setSlice(uint256(log.topics[1]), _fromEnd(log, 1));
        // Burnt: merged away or redeemed.
        if (topic == TRANSFER && log.topics[2] == 0) _setSlice(uint256(log.topics[3]), 0);
        bool standing = topic == IObligors.ReceivableOverdue.selector || topic == IObligors.ReceivableCured.selector;
        if (standing) {
            _setReceivable(uint256(log.topics[1]), _fromEnd(log, 2));
            _setParticipant(log.topics[2], _fromEnd(log, 1));
        }
        if (topic == IKeyReplacement.ParticipantReplaced.selector) {
            _setParticipant(log.topics[1], _fromEnd(log, 2));
            _setParticipant(log.topics[2], _fromEnd(log, 1));
        }
    }

    function _takeUpConfirmation(Log memory log) private {
        uint48 face = ReceivableWord.wrap(_fromEnd(log, 1)).face();
        SliceWord first = packSlice(address(uint160(uint256(log.topics[3]))), face, 0, 0, 0);
        _setPart(uint256(log.topics[1]) << 64, 0, first.raw());
    }

    /// @dev Each part begins where the word before it ends.
    function _takeUpSplit(Log memory log) private {
        (SliceWord word, SliceWord[] memory parts) = abi.decode(log.data, (SliceWord, SliceWord[]));
        _setSlice(uint256(log.topics[1]), word.raw());
        for (uint256 i = 0; i < parts.length; ++i) {
            _setPart(uint256(log.topics[1]), word.end(), parts[i].raw());
            word = parts[i];
        }
    }

    function _takeUpMarks(Log memory log) private {
        (SliceId[] memory ids, PaidMark[] memory marks) = abi.decode(log.data, (SliceId[], PaidMark[]));
        for (uint256 i = 0; i < ids.length; ++i) {
            PaidMark memory before = _paidMarks[ids[i].raw()];
            bool rises = marks[i].face >= before.face && marks[i].penalty >= before.penalty;
            if (!rises || (i != 0 && ids[i].raw() <= ids[i - 1].raw())) markFell = true;
            _paidMarks[ids[i].raw()] = marks[i];
        }
    }

    function _copyMark(uint256 head, uint48 start) private {
        _paidMarks[sliceIdOf(SliceId.wrap(head).receivable(), start).raw()] = _paidMarks[head];
    }

    function _setPart(uint256 head, uint48 start, uint256 word) private {
        _setSlice(sliceIdOf(SliceId.wrap(head).receivable(), start).raw(), word);
    }

    function _setSlice(uint256 id, uint256 word) private {
        _count(SliceWord.wrap(_sliceWords[id]).holder(), SliceWord.wrap(word).holder());
        _sliceWords[id] = word;
        if (word == 0) _liveSlices.remove(id);
        else _liveSlices.add(id);
        _touchedSlices.push(id);
    }

    function _setReceivable(uint256 id, uint256 word) private {
        _receivableWords[id] = word;
        _knownReceivables.add(id);
        _touchedReceivables.push(id);
    }

    function _setParticipant(bytes32 account, uint256 word) private {
        address known = address(uint160(uint256(account)));
        _participantWords[known] = word;
        _knownAccounts.add(known);
        _touchedParticipants.push(known);
    }

    function _count(address before, address after_) private {
        if (before != address(0)) --_counts[before];
        if (after_ != address(0)) ++_counts[after_];
    }

    /// @dev The nth value from the end of an event's data.
    function _fromEnd(Log memory log, uint256 nth) private pure returns (uint256 value) {
        uint256 from = log.data.length - 32 * nth;
        for (uint256 i = 0; i < 32; ++i) value = (value << 8) | uint8(log.data[from + i]);
    }
}
