// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC4906 } from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import { IObligors, Outstanding } from "../../interfaces/IObligors.sol";
import { ISlices } from "../../interfaces/ISlices.sol";
import { PARTICIPANT_OVERDUE, ParticipantWord } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { MARK_HELD, MARK_OVERDUE, ReceivableWord, Status } from "../../libraries/ReceivableWord.sol";
import { sliceIdOf } from "../../libraries/SliceId.sol";
import { ParticipantRules } from "./ParticipantRules.sol";

/// @dev What is true of a receivable and of its obligor's standing.
abstract contract ReceivableRules is ParticipantRules {
    /// @dev Confirmed and neither settled nor written off.
    function _requireLive(ReceivableId id) internal view returns (ReceivableWord word) {
        word = _receivables[id];
        Status status = word.status();
        require(status == Status.Confirmed || status == Status.Defaulted, ISlices.Slices_NotLive(id, word));
    }

    /// @dev As `_requireLive`, or written off: what is still paid of it is its holders', and a court's business.
    function _requireUnsettled(ReceivableId id) internal view returns (ReceivableWord word) {
        word = _receivables[id];
        if (word.status() != Status.WrittenOff) _requireLive(id);
    }

    /// @dev The hold's end is read only where the mark is set; a hold that has run out is none.
    function _requireNotHeld(ReceivableId id, ReceivableWord word) internal view {
        if (word.marks() & MARK_HELD == 0) return;
        uint40 until = _heldUntil[id];
        require(block.timestamp > until, ISlices.Slices_Held(id, until));
    }

    /// @dev One more promise is within the limit set for the organisation.
    function _addOutstanding(address obligor, ParticipantWord owing, uint8 currency, uint48 face) internal {
        Outstanding storage o = _outstanding[owing.identity()][currency];
        (uint96 before, uint96 limit) = (o.amount, o.limit);
        require(limit == 0 || before + face <= limit, IObligors.Obligors_LimitExceeded(obligor, currency, before, face, limit));
        o.amount = before + face;
    }

    /// @dev Says that all slices of a receivable have changed in what wallets show of them.
    function _emitMetadataUpdates(ReceivableId id, ReceivableWord word) internal {
        emit IERC4906.BatchMetadataUpdate(sliceIdOf(id, 0).raw(), sliceIdOf(id, word.face()).raw());
    }

    /// @dev Counts a receivable among its obligor's overdue ones, or no longer, and keeps the flag in the obligor's word in step.
    /// @return account The account in force of the obligor's organisation.
    /// @return standing That account's word.
    /// @return count How many are overdue now.
    function _countOverdue(
        ReceivableWord word,
        bool more
    ) internal returns (address account, ParticipantWord standing, uint32 count) {
        account = _inForce(word.obligor());
        standing = _participant(account);
        bytes20 identity = standing.identity();
        count = more ? _overdue[identity] + 1 : _overdue[identity] - 1;
        _overdue[identity] = count;
        standing = standing.withFlag(PARTICIPANT_OVERDUE, count != 0);
        _setAux(account, standing.raw());
    }

    /// @dev Ends what a report of being overdue began, default included. The caller stores the word.
    function _cure(ReceivableId id, ReceivableWord word) internal returns (ReceivableWord cured) {
        if (word.marks() & MARK_OVERDUE == 0) return word;
        cured = word.withoutMark(MARK_OVERDUE);
        if (word.status() == Status.Defaulted) cured = cured.withStatus(Status.Confirmed);
        (address account, ParticipantWord standing, uint32 count) = _countOverdue(word, false);
        emit IObligors.ReceivableCured(id, account, count, cured, standing);
    }
}
