// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IDeskActs, PaidMark, Settling } from "../../interfaces/IDeskActs.sol";
import { Desk, POWER_LOCK, POWER_RECOURSE } from "../../interfaces/IRulebook.sol";
import { ISlices } from "../../interfaces/ISlices.sol";
import { ROLES_HOLDING, ROLE_BANK } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { ReceivableWord, Status } from "../../libraries/ReceivableWord.sol";
import { SliceId } from "../../libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_MASK, SLICE_LOCK_SHIFT, SliceWord } from "../../libraries/SliceWord.sol";
import { Batches } from "./Batches.sol";

/// @dev The rarer acts of desks: what follows a lock, a default, a payment in part.
abstract contract DeskActs is Batches, IDeskActs {
    /// @inheritdoc IDeskActs
    function unlockByDesk(SliceId id) external {
        // Check
        SliceWord word = _requireLocked(id);
        // Effect
        word = word.flagged(word.flags() & ~SLICE_LOCK_MASK);
        _rewrite(id, word);
        emit SliceUnlocked(id, msg.sender, word);
    }

    /// @inheritdoc IDeskActs
    function seizeByDesk(SliceId id, address to) external {
        // Check
        _requireDesk(POWER_LOCK);
        SliceWord word = _requireLocked(id);
        require(word.flags() & SLICE_FROZEN == 0, ISlices.Slices_Busy(id, word.flags()));
        ReceivableWord receivable = _receivables[id.receivable()];
        _requireUnpaid(id.receivable(), receivable);
        require(word.holder() != to, ISlices.Slices_ToSelf(id, to));
        _requireActive(to, _today(_policy(receivable.policy())), ROLE_BANK);
        // Effect
        emit SliceSeized(id, msg.sender, word.holder(), _moveTo(id, word, to, 0));
    }

    /// @inheritdoc IDeskActs
    function returnByDesk(SliceId id, SliceWord expected, address to) external {
        // Check
        uint8 desk = _requireDesk(POWER_RECOURSE);
        SliceWord word = _word(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        _requireFree(id, expected, word);
        ReceivableId rid = id.receivable();
        ReceivableWord receivable = _receivables[rid];
        Status status = receivable.status();
        require(status == Status.Defaulted || status == Status.WrittenOff, Desk_NotDefaulted(rid, receivable));
        _requireUnpaid(rid, receivable);
        require(word.holder() != to, ISlices.Slices_ToSelf(id, to));
        uint16 today = _today(_policy(receivable.policy()));
        _requireEnabled(word.holder(), today, desk);
        _requireActive(to, today, ROLES_HOLDING);
        // Effect
        emit SliceReturned(id, msg.sender, word.holder(), _moveTo(id, word, to, 0));
    }

    /// @inheritdoc IDeskActs
    function markPaid(ReceivableId id, SliceId[] calldata ids, PaidMark[] calldata marks) external {
        // Check
        (ReceivableWord word, Settling memory settling) = _requireSettling(id);
        require(ids.length == marks.length, Desk_MarksMissing(ids.length, marks.length));
        require(!settling.inFull, Desk_PaidInFull(id));
        _requireNotHeld(id, word);
        // Effect
        for (uint256 i = 0; i < ids.length; ++i) {
            require(i == 0 || ids[i].raw() > ids[i - 1].raw(), Desk_NotAscending(ids[i]));
            _markPaid(id, ids[i], marks[i]);
        }
        emit SlicesPaidInPart(id, msg.sender, ids, marks);
    }

    /// @inheritdoc IDeskActs
    function payeesOf(SliceId[] calldata ids) external view returns (SliceWord[] memory words, PaidMark[] memory marks) {
        words = new SliceWord[](ids.length);
        marks = new PaidMark[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord word = _word(ids[i]);
            words[i] = word.paidTo(_inForce(word.holder()));
            marks[i] = _paidMarks[ids[i]];
        }
    }

    /// @inheritdoc IDeskActs
    function settlingOf(ReceivableId id) external view returns (Settling memory) {
        return _settling[id];
    }

    /// @inheritdoc IDeskActs
    function retiredOf(ReceivableId id) external view returns (uint48) {
        return _retired[id];
    }

    function _markPaid(ReceivableId id, SliceId slice, PaidMark calldata mark) private {
        // Check
        require(slice.receivable() == id, ISlices.Slices_OtherReceivable(slice, id));
        SliceWord word = _word(slice);
        require(!word.isEmpty(), ISlices.Slices_Unknown(slice));
        require(word.flags() & SLICE_FROZEN == 0, ISlices.Slices_Busy(slice, word.flags()));
        PaidMark memory before = _paidMarks[slice];
        require(mark.face >= before.face && mark.penalty >= before.penalty, Desk_MarkFalls(slice, before, mark));
        // Effect
        _paidMarks[slice] = mark;
    }

    function _requireLocked(SliceId id) private view returns (SliceWord word) {
        Desk memory desk = _desks[msg.sender];
        word = _word(id);
        bool own = desk.index != 0 && word.flags() >> SLICE_LOCK_SHIFT == desk.index;
        require(own, Desk_OtherLock(id, word.flags(), desk.index));
    }

    /// @dev Neither held nor settled, and what is owed is not on its way to the holders.
    function _requireUnpaid(ReceivableId id, ReceivableWord word) private view {
        _requireNotHeld(id, word);
        require(!_settling[id].inFull, Desk_PaidInFull(id));
    }
}
