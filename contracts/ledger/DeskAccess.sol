// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { POWER_FINANCE, POWER_SETTLE } from "../interfaces/IRulebook.sol";
import { ISlices } from "../interfaces/ISlices.sol";
import { ParticipantWord, ROLES_HOLDING, ROLE_BANK } from "../libraries/ParticipantWord.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { MARK_PAID_INTO, MARK_REGISTRY, ReceivableWord, Status } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_RESERVED, SliceWord } from "../libraries/SliceWord.sol";
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
        uint8 desk = _requireDesk(POWER_FINANCE);
        Scope memory s = _liveScope(id);
        (before, receivable, today) = (s.word, s.receivable, s.today);
        require(expected.raw() == 0 || expected.raw() == before.raw(), Slices_WordChanged(id, expected, before));
        require(before.flags() == 0, Slices_Busy(id, before.flags()));
        address from = before.holder();
        require(from != to, Slices_ToSelf(id, to));
        ParticipantWord seller = _requireActive(from, today, ROLES_HOLDING);
        require(seller.hasDesk(desk), Slices_DeskNotEnabled(from, msg.sender));
        _requireActive(to, today, ROLE_BANK);
        require(!s.requireRegistry || receivable.marks() & MARK_REGISTRY != 0, Slices_RegistryEntryMissing(id.receivable()));
        // Effect
        emit SliceMovedByDesk(id, msg.sender, from, _moveTo(id, before, to, 0));
    }

    /// @inheritdoc ISlices
    function redeem(ReceivableId id, SliceId[] calldata ids) external returns (SliceWord[] memory words) {
        // Check
        (ReceivableWord word, Settling memory settling) = _requireSettling(id);
        if (ids.length != 0) _requireNotHeld(id, word);
        // Effect
        words = new SliceWord[](ids.length);
        uint48 redeemed = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            SliceWord burnt = _redeem(id, ids[i]);
            redeemed += burnt.end() - ids[i].start();
            words[i] = burnt;
        }
        _outstanding[_participant(word.obligor()).identity()][word.currency()].amount -= redeemed;
        word = _cure(id, word);
        uint48 total = settling.redeemed + redeemed;
        if (total == word.face()) {
            word = word.withStatus(Status.Settled);
            delete _settling[id];
        } else {
            word = _paidInto(id, word);
            _settling[id] = Settling(msg.sender, total);
        }
        _receivables[id] = word;
        emit SlicesRedeemed(id, msg.sender, redeemed, total, word);
    }

    /// @inheritdoc ISlices
    function bindSettlement(ReceivableId id) external {
        // Check
        (ReceivableWord word, Settling memory settling) = _requireSettling(id);
        // Effect
        word = _paidInto(id, word);
        _receivables[id] = word;
        _settling[id] = Settling(msg.sender, settling.redeemed);
        emit SlicesRedeemed(id, msg.sender, 0, settling.redeemed, word);
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

    function _requireSettling(ReceivableId id) private view returns (ReceivableWord word, Settling memory settling) {
        _requireDesk(POWER_SETTLE);
        word = _requireConfirmed(id);
        uint16 today = _today(_policy(word.policy()));
        require(today >= word.dueDay(), Slices_NotYetDue(id, word.dueDay(), today));
        settling = _settling[id];
        require(settling.desk == address(0) || settling.desk == msg.sender, Slices_OtherDesk(id, settling.desk));
    }
}
