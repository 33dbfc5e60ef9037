// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { EvidenceKind, IEvidence } from "../../interfaces/IEvidence.sol";
import { ROLES_HOLDING } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { MARK_REGISTRY, ReceivableWord } from "../../libraries/ReceivableWord.sol";
import { SliceId } from "../../libraries/SliceId.sol";
import { Obligors } from "./Obligors.sol";

/// @dev Later documents. Nothing but the registry's mark is stored: the events are the record.
abstract contract Evidence is Obligors, IEvidence {
    /// @inheritdoc IEvidence
    function recordRegistryEntry(SliceId held, bytes32 entryHash, uint16 entryDay) external {
        // Check
        Scope memory s = _holderScope(held);
        ReceivableId id = held.receivable();
        _requireDocument(id, entryHash, entryDay, s.today);
        // Effect
        ReceivableWord word = s.receivable.withMark(MARK_REGISTRY);
        _receivables[id] = word;
        emit RegistryEntryRecorded(id, msg.sender, entryHash, entryDay, word);
    }

    /// @inheritdoc IEvidence
    function appendEvidence(SliceId held, EvidenceKind kind, bytes32 documentHash, uint16 documentDay) external {
        // Check
        ReceivableId id = held.receivable();
        ReceivableWord word = _requireUnsettled(id);
        require(
            msg.sender == _word(held).holder() || msg.sender == _inForce(word.obligor()),
            Evidence_NotParty(held, msg.sender)
        );
        uint16 today = _today(_policy(word.policy()));
        _requireActive(msg.sender, today, ROLES_HOLDING);
        _requireDocument(id, documentHash, documentDay, today);
        // Effect
        emit EvidenceAppended(id, msg.sender, kind, documentHash, documentDay);
    }

    function _requireDocument(ReceivableId id, bytes32 hash, uint16 day, uint16 today) private pure {
        require(hash != 0, Evidence_MissingHash(id));
        require(day <= today, Evidence_DayInFuture(day, today));
    }
}
