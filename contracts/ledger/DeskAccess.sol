// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Settling } from "../interfaces/IDeskActs.sol";
import { POWER_FINANCE, POWER_LOCK, POWER_RETIRE, POWER_SETTLE } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { ROLES_HOLDING, ROLE_BANK } from "../libraries/ParticipantWord.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { MARK_PAID_INTO, MARK_REGISTRY, ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_LOCK_SHIFT, SLICE_RESERVED, SLICE_RETIRED, SliceWord } from "../libraries/SliceWord.sol";
import { Slices } from "./Slices.sol";

/// @dev What admitted desks may do: move a slice of a holder that enabled them, and burn what they have paid.
abstract contract DeskAccess is Slices {
    /// @inheritdoc ISlices
    function moveByDesk(
        SliceId id,
        SliceWord expected,
        address to
    ) external returns (SliceWord before, ReceivableWord receivable, uint16 today) {
        // Check
        Scope memory s = _requireFinancing(id, expected, to);
        (before, receivable, today) = (s.word, s.receivable, s.today);
        // Effect
        emit SliceMovedByDesk(id, msg.sender, before.holder(), _moveTo(id, before, to, 0));
    }

    /// @inheritdoc ISlices
    function moveTailByDesk(SliceId id, SliceWord expected, uint48 amount, address to) external returns (SliceId part) {
        // Check
        Scope memory s = _requireFinancing(id, expected, to);
        uint48 cut = _requireCut(id, s, 1, amount);
        // Effect
        part = sliceIdOf(id.receivable(), cut);
        SliceWord word = _mintPart(part, s, amount, to, 0, 0);
        emit SliceTailMovedByDesk(id, msg.sender, s.word.holder(), _shrink(id, s.word, cut), word);
    }

    /// @inheritdoc ISlices
    function retireByDesk(
        SliceId id,
        SliceWord expected
    ) external returns (SliceWord before, ReceivableWord receivable, uint16 today) {
        // Check
        uint8 desk = _requireDesk(POWER_RETIRE | POWER_SETTLE);
        Scope memory s = _liveScope(id);
        (before, receivable, today) = (s.word, s.receivable, s.today);
        _requireFree(id, expected, before);
        address obligor = _inForce(receivable.obligor());
        require(before.holder() != obligor, Slices_ToSelf(id, obligor));
        // Who is paid in full needs no consent.
        if (_desks[msg.sender].powers & POWER_SETTLE == 0) _requireEnabled(before.holder(), today, desk);
        _requireActive(obligor, today, ROLES_HOLDING);
        // Effect
        uint48 face = before.end() - id.start();
        _retired[id.receivable()] += face;
        _outstanding[_participant(obligor).identity()][receivable.currency()].amount -= face;
        SliceWord word = before.moved(obligor, 0).withFlags(SLICE_RETIRED);
        _give(id, before, word);
        emit SliceRetired(id, msg.sender, before.holder(), word);
    }

    /// @inheritdoc ISlices
    function lockByDesk(SliceId id, SliceWord expected) external returns (ReceivableWord receivable, uint16 today) {
        // Check
        uint8 desk = _requireDesk(POWER_LOCK);
        Scope memory s = _liveScope(id);
        (receivable, today) = (s.receivable, s.today);
        _requireFree(id, expected, s.word);
        _requireEnabled(s.word.holder(), today, desk);
        _requireRegistryEntry(id, s);
        // Effect
        SliceWord word = s.word.flagged(desk << SLICE_LOCK_SHIFT);
        _rewrite(id, word);
        emit SliceLocked(id, msg.sender, word);
    }

    /// @inheritdoc ISlices
    function redeem(ReceivableId id, SliceId[] calldata ids) external returns (SliceWord[] memory words) {
        // Check
        (ReceivableWord word, Settling memory settling) = _requireSettling(id);
        if (ids.length != 0) _requireNotHeld(id, word);
        // Effect
        words = new SliceWord[](ids.length);
        uint48 redeemed = 0;
        uint48 owed = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord burnt = _redeem(id, ids[i]);
            uint48 face = burnt.end() - ids[i].start();
            redeemed += face;
            if (burnt.flags() & SLICE_RETIRED == 0) owed += face;
            words[i] = burnt;
        }
        if (word.status() == Status.WrittenOff) owed = 0;
        _outstanding[_participant(word.obligor()).identity()][word.currency()].amount -= owed;
        word = _cure(id, word);
        uint48 total = settling.redeemed + redeemed;
        if (total == word.face()) {
            word = word.withStatus(Status.Settled);
            delete _settling[id];
        } else {
            // The first time, what wallets show of the slices that stay has changed, paid into before or not.
            if (!settling.inFull) _emitMetadataUpdates(id, word);
            word = word.withMark(MARK_PAID_INTO);
            _settling[id] = Settling(msg.sender, total, true);
        }
        _receivables[id] = word;
        emit SlicesRedeemed(id, msg.sender, redeemed, owed, total, word);
    }

    /// @inheritdoc ISlices
    function bindSettlement(ReceivableId id) external {
        // Check
        (ReceivableWord word, Settling memory settling) = _requireSettling(id);
        // Effect
        word = _paidInto(id, word);
        _receivables[id] = word;
        _settling[id] = Settling(msg.sender, settling.redeemed, settling.inFull);
        emit SettlementBound(id, msg.sender, word);
    }

    /// @dev Burns one slice that is paid.
    /// @return word Its word, with the account that is paid for the holder.
    function _redeem(ReceivableId id, SliceId slice) private returns (SliceWord word) {
        // Check
        require(slice.receivable() == id, Slices_OtherReceivable(slice, id));
        word = _word(slice);
        require(!word.isEmpty(), Slices_Unknown(slice));
        require(word.flags() & SLICE_FROZEN == 0, Slices_Busy(slice, word.flags()));
        // Effect
        // An offer open at maturity ends with its slice; left behind, it could be ended later and write to an empty slot.
        if (word.flags() & SLICE_RESERVED != 0) delete _offers[slice];
        _burnSlice(slice);
        word = word.paidTo(_inForce(word.holder()));
    }

    /// @dev The first time, what wallets show of the slices that stay has changed.
    function _paidInto(ReceivableId id, ReceivableWord word) private returns (ReceivableWord) {
        if (word.marks() & MARK_PAID_INTO != 0) return word;
        _emitMetadataUpdates(id, word);
        return word.withMark(MARK_PAID_INTO);
    }

    /// @dev The caller may move the slice as it is to a bank.
    function _requireFinancing(SliceId id, SliceWord expected, address to) private view returns (Scope memory s) {
        uint8 desk = _requireDesk(POWER_FINANCE);
        s = _liveScope(id);
        SliceWord word = s.word;
        require(expected.raw() == 0 || expected.raw() == word.raw(), Slices_WordChanged(id, expected, word));
        require(word.flags() == 0, Slices_Busy(id, word.flags()));
        require(word.holder() != to, Slices_ToSelf(id, to));
        _requireEnabled(word.holder(), s.today, desk);
        _requireActive(to, s.today, ROLE_BANK);
        _requireRegistryEntry(id, s);
    }

    /// @dev Where the policy says so, a slice is financed only once the registry's entry is recorded.
    function _requireRegistryEntry(SliceId id, Scope memory s) private pure {
        require(!s.requireRegistry || s.receivable.marks() & MARK_REGISTRY != 0, Slices_RegistryEntryMissing(id.receivable()));
    }
}
