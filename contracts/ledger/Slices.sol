// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { ISlices, OfferEnd, Part, TransferOffer } from "../interfaces/ISlices.sol";
import { ROLES_HOLDING } from "../libraries/ParticipantWord.sol";
import { SliceId, sliceIdOf } from "../libraries/SliceId.sol";
import { SLICE_RESERVED, SliceWord } from "../libraries/SliceWord.sol";
import { Receivables } from "./Receivables.sol";

/// @dev What holders and payees do with slices. Each action reads its words once, checks, writes, and says what it did.
abstract contract Slices is Receivables, ISlices {
    /// @inheritdoc ISlices
    function split(SliceId id, uint48[] calldata amounts) external returns (SliceId first) {
        // Check
        Scope memory s = _holderScope(id);
        uint256 sum = 0;
        for (uint256 i = 0; i < amounts.length; ++i) sum += amounts[i];
        uint48 cut = _requireCut(id, s, amounts.length, sum);
        // Effect
        SliceWord[] memory words = new SliceWord[](amounts.length);
        SliceId part = first = sliceIdOf(id.receivable(), cut);
        for (uint256 i = 0; i < amounts.length; ++i) {
            words[i] = _mintPart(part, s, amounts[i], msg.sender, 0, 0);
            part = sliceIdOf(id.receivable(), words[i].end());
        }
        emit SliceSplit(id, _shrink(id, s.word, cut), words);
    }

    /// @inheritdoc ISlices
    function splitAndTransfer(SliceId id, Part[] calldata parts, uint40 offerUntil) external returns (SliceId first) {
        // Check
        Scope memory s = _holderScope(id);
        uint256 sum = 0;
        for (uint256 i = 0; i < parts.length; ++i) sum += parts[i].amount;
        uint48 cut = _requireCut(id, s, parts.length, sum);
        _requireHop(id, s);
        // Effect
        SliceWord[] memory words = new SliceWord[](parts.length);
        SliceId part = first = sliceIdOf(id.receivable(), cut);
        for (uint256 i = 0; i < parts.length; ++i) {
            words[i] = _payPart(part, id, s, parts[i], offerUntil);
            part = sliceIdOf(id.receivable(), words[i].end());
        }
        emit SliceSplit(id, _shrink(id, s.word, cut), words);
    }

    /// @inheritdoc ISlices
    function transfer(SliceId id, address to, uint40 offerUntil) external {
        // Check
        Scope memory s = _holderScope(id);
        _requireHop(id, s);
        if (_requirePayee(id, s, to)) {
            // Effect
            emit SliceTransferred(id, msg.sender, _moveTo(id, s.word, to, 1));
        } else {
            SliceWord reserved = s.word.flagged(SLICE_RESERVED);
            _rewrite(id, reserved);
            _offer(id, reserved, to, offerUntil);
        }
    }

    /// @inheritdoc ISlices
    function accept(SliceId id) external {
        // Check
        TransferOffer memory offer = _requireOffer(id);
        require(msg.sender == offer.payee, Slices_NotPartyToOffer(id, msg.sender));
        require(block.timestamp <= offer.until, Slices_OfferExpired(id, offer.until, block.timestamp));
        Scope memory s = _liveScope(id);
        require(s.word.flags() == SLICE_RESERVED, Slices_Busy(id, s.word.flags()));
        address from = s.word.holder();
        _requireActive(from, s.today, ROLES_HOLDING);
        _requireActive(msg.sender, s.today, ROLES_HOLDING);
        // Effect
        delete _offers[id];
        emit TransferAccepted(id, from, _moveTo(id, s.word, msg.sender, 1));
    }

    /// @inheritdoc ISlices
    function endOffer(SliceId id) external {
        // Check
        TransferOffer memory offer = _requireOffer(id);
        SliceWord word = _word(id);
        OfferEnd reason = OfferEnd.Expired;
        if (msg.sender == offer.payee) reason = OfferEnd.Refused;
        else if (msg.sender == word.holder()) reason = OfferEnd.Withdrawn;
        else require(block.timestamp > offer.until, Slices_NotPartyToOffer(id, msg.sender));
        // Effect
        delete _offers[id];
        word = word.flagged(word.flags() & ~SLICE_RESERVED);
        _rewrite(id, word);
        emit TransferOfferEnded(id, msg.sender, reason, word);
    }

    /// @inheritdoc ISlices
    function merge(SliceId left, SliceId right) external {
        // Check
        Scope memory s = _holderScope(left);
        SliceWord other = _word(right);
        require(left.receivable() == right.receivable(), Slices_NotAdjacent(left, right));
        require(s.word.end() == right.start(), Slices_NotAdjacent(left, right));
        require(other.holder() == msg.sender, Slices_NotHolder(right, msg.sender, other.holder()));
        require(other.flags() == 0, Slices_Busy(right, other.flags()));
        // Effect
        SliceWord word = s.word.merged(other);
        _burnSlice(right);
        // Who was approved for the left part was not approved for more.
        if (_getApproved(left.raw()) != address(0)) _approve(address(0), left.raw());
        _rewrite(left, word);
        emit SlicesMerged(left, right, word);
    }

    /// @inheritdoc ISlices
    function sliceWordOf(SliceId id) external view returns (SliceWord) {
        return _word(id);
    }

    /// @inheritdoc ISlices
    function transferOfferOf(SliceId id) external view returns (TransferOffer memory) {
        return _offers[id];
    }

    /// @inheritdoc ERC721
    /// @dev A payment like any other: a hop, only to a payee with standing consent.
    function transferFrom(address from, address to, uint256 token) public payable override {
        // Check
        _requireNoEther();
        SliceId id = SliceId.wrap(token);
        Scope memory s = _liveScope(id);
        address holder = s.word.holder();
        require(from == holder && _isApprovedOrOwner(msg.sender, token), Slices_NotHolder(id, msg.sender, holder));
        require(s.word.flags() == 0, Slices_Busy(id, s.word.flags()));
        _requireActive(holder, s.today, ROLES_HOLDING);
        _requireHop(id, s);
        require(_requirePayee(id, s, to), Slices_NeedsAcceptance(to));
        // Effect
        emit SliceTransferred(id, from, _moveTo(id, s.word, to, 1));
    }

    /// @inheritdoc ERC721
    function approve(address account, uint256 token) public payable override {
        _requireNoEther();
        super.approve(account, token);
    }

    /// @dev Part `cut` of slice `id` goes to its payee at once, or is reserved for it.
    function _payPart(
        SliceId cut,
        SliceId id,
        Scope memory s,
        Part calldata part,
        uint40 offerUntil
    ) private returns (SliceWord word) {
        if (_requirePayee(id, s, part.to)) return _mintPart(cut, s, part.amount, part.to, 1, 0);
        word = _mintPart(cut, s, part.amount, msg.sender, 0, SLICE_RESERVED);
        _offer(cut, word, part.to, offerUntil);
    }

    /// @dev Solady declares these functions payable; the ledger holds no ether.
    function _requireNoEther() private view {
        require(msg.value == 0, Slices_NoEther(msg.value));
    }
}
