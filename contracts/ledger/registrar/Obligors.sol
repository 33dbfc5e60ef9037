// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IObligors, Outstanding } from "../../interfaces/IObligors.sol";
import { Policy } from "../../interfaces/IRulebook.sol";
import { ParticipantWord } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { MARK_OVERDUE, MARK_PAID_INTO, ReceivableWord } from "../../libraries/ReceivableWord.sol";
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
        ReceivableWord word = _requireConfirmed(id);
        require(word.marks() & MARK_OVERDUE == 0, Obligors_AlreadyReported(id));
        require(word.marks() & MARK_PAID_INTO == 0, Obligors_AlreadyPaid(id));
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
    function outstandingOf(bytes20 identity, uint8 currency) external view returns (Outstanding memory) {
        return _outstanding[identity][currency];
    }

    /// @inheritdoc IObligors
    function overdueOf(bytes20 identity) external view returns (uint32) {
        return _overdue[identity];
    }
}
