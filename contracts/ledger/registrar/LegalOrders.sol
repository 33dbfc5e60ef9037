// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Freeze, ILegalOrders, OrderedTransfer } from "../../interfaces/ILegalOrders.sol";
import { OfferEnd, ISlices } from "../../interfaces/ISlices.sol";
import { ROLES_HOLDING } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { MARK_HELD, ReceivableWord } from "../../libraries/ReceivableWord.sol";
import { SliceId, sliceIdOf } from "../../libraries/SliceId.sol";
import { SLICE_FROZEN, SLICE_RESERVED, SLICE_RETIRED, SliceWord } from "../../libraries/SliceWord.sol";
import { Evidence } from "./Evidence.sol";

/// @dev Holds, freezes and ordered transfers. They name cents; the cuts they need are made here.
abstract contract LegalOrders is Evidence, ILegalOrders {
    uint40 private constant LONGEST_HOLD = 24 hours;
    uint40 private constant BETWEEN_HOLDS = 7 days;
    uint40 private constant TO_CARRY_OUT = 30 days;
    uint256 private constant MOST_SLICES = 100;

    /// @inheritdoc ILegalOrders
    function hold(ReceivableId id, bytes32 document) external restricted {
        // Check
        ReceivableWord word = _requireUnsettled(id);
        require(document != 0, Legal_DocumentMissing());
        uint40 last = _heldUntil[id];
        require(word.marks() & MARK_HELD == 0 || block.timestamp > last, Legal_AlreadyHeld(id, last));
        require(
            last == 0 || block.timestamp > last + BETWEEN_HOLDS,
            Legal_HeldRecently(id, last, uint256(last) + BETWEEN_HOLDS + 1)
        );
        // Effect
        uint40 until = uint40(block.timestamp) + LONGEST_HOLD;
        _heldUntil[id] = until;
        word = word.withMark(MARK_HELD);
        _receivables[id] = word;
        _emitMetadataUpdates(id, word);
        emit ReceivableHeld(id, msg.sender, until, document, word);
    }

    /// @inheritdoc ILegalOrders
    function endHold(ReceivableId id) external restricted {
        require(_receivables[id].marks() & MARK_HELD != 0, Legal_NotHeld(id));
        _endHold(id);
    }

    /// @inheritdoc ILegalOrders
    function freeze(
        SliceId covering,
        uint48 from,
        uint48 to,
        uint8 reason,
        bytes32 document,
        uint40 until
    ) external restricted returns (uint48 done) {
        // Check
        ReceivableId id = covering.receivable();
        ReceivableWord receivable = _requireUnsettled(id);
        SliceWord word = _word(covering);
        bool inside = !word.isEmpty() && covering.start() <= from && from < word.end() && from < to && to <= receivable.face();
        require(inside, Legal_CentsOutside(covering, from, to));
        require(document != 0, Legal_DocumentMissing());
        require(until > block.timestamp, Legal_UntilInvalid(until, block.timestamp + 1));
        // Effect
        SliceId slice = covering.start() < from ? _cut(covering, from) : covering;
        done = from;
        for (uint256 i = 0; i < MOST_SLICES && done < to; ++i) {
            word = _word(slice);
            require(!word.isEmpty(), ISlices.Slices_Unknown(slice));
            if (word.end() > to) {
                _cut(slice, to);
                word = _word(slice);
            }
            _freeze(slice, word, Freeze(msg.sender, until, reason), document);
            done = word.end();
            slice = sliceIdOf(id, done);
        }
        if (done == to && receivable.marks() & MARK_HELD != 0) _endHold(id);
    }

    /// @inheritdoc ILegalOrders
    function release(SliceId[] calldata ids, bytes32 document) external restricted {
        require(document != 0, Legal_DocumentMissing());
        require(ids.length <= MOST_SLICES, Legal_TooMany(ids.length, MOST_SLICES));
        for (uint256 i = 0; i < ids.length; ++i) _release(ids[i], document);
    }

    /// @inheritdoc ILegalOrders
    function releaseExpired(SliceId[] calldata ids) external {
        require(ids.length <= MOST_SLICES, Legal_TooMany(ids.length, MOST_SLICES));
        for (uint256 i = 0; i < ids.length; ++i) {
            uint40 until = _freezes[ids[i]].until;
            require(block.timestamp > until, Legal_FrozenUntil(ids[i], until, block.timestamp));
            _release(ids[i], 0);
        }
    }

    /// @inheritdoc ILegalOrders
    function orderTransfer(SliceId id, SliceWord expected, address to, bytes32 document) external restricted {
        // Check
        require(document != 0, Legal_DocumentMissing());
        _requireOrderable(id, expected, to);
        require(to != msg.sender, Legal_ToOfficer(id, to));
        // Effect
        uint40 until = uint40(block.timestamp) + TO_CARRY_OUT;
        _ordered[_orderKey(id, expected, to, document)] = OrderedTransfer(msg.sender, until);
        emit TransferOrdered(id, to, msg.sender, document, until);
    }

    /// @inheritdoc ILegalOrders
    function carryOutTransfer(SliceId id, SliceWord expected, address to, bytes32 document) external restricted {
        // Check
        bytes32 key = _orderKey(id, expected, to, document);
        OrderedTransfer memory order = _ordered[key];
        require(order.by != address(0), Legal_NotOrdered(id, to, document));
        require(block.timestamp <= order.until, Legal_OrderLapsed(id, order.until, block.timestamp));
        require(order.by != msg.sender, Legal_SamePerson(msg.sender));
        require(to != msg.sender, Legal_ToOfficer(id, to));
        _requireOrderable(id, expected, to);
        // Effect
        delete _ordered[key];
        delete _freezes[id];
        address from = expected.holder();
        SliceWord moved = expected.moved(to, 0).withFlags(expected.flags() & ~SLICE_FROZEN);
        _give(id, expected, moved);
        emit SliceTransferredByOrder(id, from, msg.sender, document, moved);
    }

    /// @inheritdoc ILegalOrders
    function freezeOf(SliceId id) external view returns (Freeze memory) {
        return _freezes[id];
    }

    /// @inheritdoc ILegalOrders
    function heldUntil(ReceivableId id) external view returns (uint40) {
        return _heldUntil[id];
    }

    /// @dev Cuts a slice in two at `where`; both parts keep holder, hops and flags. A freeze on it, then, is on both.
    function _cut(SliceId id, uint48 where) private returns (SliceId part) {
        SliceWord whole = _word(id);
        if (whole.flags() & SLICE_RESERVED != 0) whole = _endOffer(id, whole);
        part = sliceIdOf(id.receivable(), where);
        SliceWord partWord = whole.cutLegally();
        _mintAndSetExtraDataUnchecked(whole.holder(), part.raw(), partWord.extra());
        if (whole.flags() & SLICE_FROZEN != 0) _freezes[part] = _freezes[id];
        _paidMarks[part] = _paidMarks[id];
        emit SliceCut(id, msg.sender, _shrink(id, whole, where), partWord);
    }

    function _freeze(SliceId id, SliceWord word, Freeze memory order, bytes32 document) private {
        require(word.flags() & SLICE_RETIRED == 0, Legal_Retired(id));
        if (word.flags() & SLICE_RESERVED != 0) word = _endOffer(id, word);
        uint40 running = _freezes[id].until;
        if (running > order.until) order.until = running;
        _freezes[id] = order;
        word = word.flagged(word.flags() | SLICE_FROZEN);
        _rewrite(id, word);
        emit SliceFrozen(id, msg.sender, order.reason, document, order.until, word);
    }

    function _release(SliceId id, bytes32 document) private {
        SliceWord word = _word(id);
        require(word.flags() & SLICE_FROZEN != 0, Legal_NotFrozen(id));
        delete _freezes[id];
        word = word.flagged(word.flags() & ~SLICE_FROZEN);
        _rewrite(id, word);
        emit SliceReleased(id, msg.sender, document, word);
    }

    function _endOffer(SliceId id, SliceWord word) private returns (SliceWord free) {
        delete _offers[id];
        free = word.flagged(word.flags() & ~SLICE_RESERVED);
        _setExtraData(id.raw(), free.extra());
        emit ISlices.TransferOfferEnded(id, msg.sender, OfferEnd.Frozen, free);
    }

    function _endHold(ReceivableId id) private {
        if (_heldUntil[id] >= block.timestamp) _heldUntil[id] = uint40(block.timestamp) - 1;
        ReceivableWord word = _receivables[id].withoutMark(MARK_HELD);
        _receivables[id] = word;
        _emitMetadataUpdates(id, word);
        emit HoldEnded(id, msg.sender, word);
    }

    /// @dev Frozen, unchanged since the order was written, and the payee may hold it.
    function _requireOrderable(SliceId id, SliceWord expected, address to) private view {
        SliceWord word = _word(id);
        require(word.raw() == expected.raw(), ISlices.Slices_WordChanged(id, expected, word));
        require(word.flags() & SLICE_FROZEN != 0, Legal_NotFrozen(id));
        require(to != word.holder(), ISlices.Slices_ToSelf(id, to));
        _requireActive(to, _today(_policy(_requireUnsettled(id.receivable()).policy())), ROLES_HOLDING);
    }

    function _orderKey(SliceId id, SliceWord expected, address to, bytes32 document) private pure returns (bytes32) {
        return keccak256(abi.encode(id, expected, to, document));
    }
}
