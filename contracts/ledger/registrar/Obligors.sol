// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IObligors, Outstanding } from "../../interfaces/IObligors.sol";
import { Policy } from "../../interfaces/IRulebook.sol";
import { ParticipantWord } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { MARK_OVERDUE, ReceivableWord, Status } from "../../libraries/ReceivableWord.sol";
import { KeyReplacement } from "./KeyReplacement.sol";

/// @dev How much an obligor may owe, and what follows when it does not pay.
abstract contract Obligors is KeyReplacement, IObligors {
    /// @inheritdoc IObligors
    function setOutstandingLimit(bytes20 identity, uint8 currency, uint96 limit) external restricted {
        // Check
        require(_accounts[identity] != address(0), Obligors_UnknownIdentity(identity));
        _requireCurrency(currency);
        // Effect
        _outstanding[identity][currency].limit = limit;
        emit OutstandingLimitSet(identity, currency, msg.sender, limit);
    }

    /// @inheritdoc IObligors
    function reportOverdue(ReceivableId id) external {
        // Check
        ReceivableWord word = _requireLive(id);
        require(word.marks() & MARK_OVERDUE == 0, Obligors_AlreadyReported(id));
        require(!_settling[id].inFull && _retired[id] < word.face(), Obligors_AlreadyPaid(id));
        Policy storage p = _policy(word.policy());
        uint16 today = _today(p);
        uint16 lastDay = word.dueDay() + p.graceDays;
        require(today > lastDay, Obligors_NotOverdue(id, lastDay, today));
        // Effect
        word = word.withMark(MARK_OVERDUE);
        _receivables[id] = word;
        (address account, ParticipantWord standing, uint32 count) = _countOverdue(word, true);
        _emitMetadataUpdates(id, word);
        emit ReceivableOverdue(id, account, msg.sender, count, word, standing);
    }

    /// @inheritdoc IObligors
    function declareDefault(ReceivableId id) external {
        // Check
        ReceivableWord word = _receivables[id];
        require(word.status() == Status.Confirmed && word.marks() & MARK_OVERDUE != 0, Obligors_NotReported(id, word));
        Policy storage p = _policy(word.policy());
        uint16 today = _today(p);
        uint16 lastDay = word.dueDay() + p.defaultDays;
        require(today > lastDay, Obligors_NotInDefault(id, lastDay, today));
        // Effect
        word = word.withStatus(Status.Defaulted);
        _receivables[id] = word;
        _emitMetadataUpdates(id, word);
        emit ReceivableDefaulted(id, _inForce(word.obligor()), msg.sender, word);
    }

    /// @inheritdoc IObligors
    function writeOff(ReceivableId id, bytes32 document) external restricted {
        // Check
        ReceivableWord word = _receivables[id];
        require(word.status() == Status.Defaulted, Obligors_NotDefaulted(id, word));
        require(document != 0, Obligors_DocumentMissing());
        // Effect: nothing of it is burnt, since nothing is before it is paid in full, and that ends the default.
        word = word.withStatus(Status.WrittenOff);
        _receivables[id] = word;
        uint48 unpaid = word.face() - _retired[id];
        _outstanding[_participant(word.obligor()).identity()][word.currency()].amount -= unpaid;
        _emitMetadataUpdates(id, word);
        emit ReceivableWrittenOff(id, _inForce(word.obligor()), msg.sender, document, word);
    }

    /// @inheritdoc IObligors
    function outstandingOf(bytes20 identity, uint8 currency) external view returns (Outstanding memory) {
        return _outstanding[identity][currency];
    }

    /// @inheritdoc IObligors
    function overdueOf(bytes20 identity) external view returns (uint32) {
        return _overdue[identity];
    }
}
