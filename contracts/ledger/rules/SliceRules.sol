// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC4906 } from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import { POWER_SETTLE, Policy } from "../../interfaces/IRulebook.sol";
import { ISliceMetadata } from "../../interfaces/ISliceMetadata.sol";
import { ISlices, TransferOffer } from "../../interfaces/ISlices.sol";
import { IDeskActs, Settling } from "../../interfaces/IDeskActs.sol";
import { PARTICIPANT_CONSENTS, ROLES_HOLDING } from "../../libraries/ParticipantWord.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { ReceivableWord } from "../../libraries/ReceivableWord.sol";
import { SliceId } from "../../libraries/SliceId.sol";
import { SliceWord } from "../../libraries/SliceWord.sol";
import { ReceivableRules } from "./ReceivableRules.sol";

/// @dev The checks every action on a slice passes, and the few ways a slice's word is written.
abstract contract SliceRules is ReceivableRules {
    uint256 private constant MOST_PARTS = 100;

    /// @dev What one action on one slice needs: its word, its receivable's word, the rules, the day, and the smallest slice allowed.
    struct Scope {
        SliceWord word;
        ReceivableWord receivable;
        uint8 maxHops;
        bool requireRegistry;
        bool consentAllowed;
        uint16 today;
        uint48 smallest;
    }

    ISliceMetadata private immutable METADATA;

    constructor(ISliceMetadata metadata) {
        METADATA = metadata;
    }

    /// @notice ERC-721's name of the collection.
    function name() public pure override returns (string memory) {
        return "Tallystick receivable slices";
    }

    /// @notice ERC-721's symbol.
    function symbol() public pure override returns (string memory) {
        return "TALLY";
    }

    /// @notice JSON with a picture, made on chain; see ISliceMetadata.
    function tokenURI(uint256 token) public view override returns (string memory) {
        SliceId id = SliceId.wrap(token);
        require(!_word(id).isEmpty(), ISlices.Slices_Unknown(id));
        return METADATA.tokenURI(id);
    }

    function _word(SliceId id) internal view returns (SliceWord) {
        uint256 token = id.raw();
        return SliceWord.wrap((uint256(_getExtraData(token)) << 160) | uint160(_ownerOf(token)));
    }

    /// @dev An existing slice of a confirmed receivable on which no hold lies, before its due day.
    function _liveScope(SliceId id) internal view returns (Scope memory s) {
        s.word = _word(id);
        require(!s.word.isEmpty(), ISlices.Slices_Unknown(id));
        ReceivableId rid = id.receivable();
        s.receivable = _requireLive(rid);
        _requireNotHeld(rid, s.receivable);
        Policy storage p = _policy(s.receivable.policy());
        s.maxHops = p.maxHops;
        s.requireRegistry = p.requireRegistry;
        s.consentAllowed = p.consentAllowed;
        s.smallest = _smallest(s.receivable.face(), p.minSlice, p.maxSlices);
        s.today = _today(p);
        uint16 dueDay = s.receivable.dueDay();
        require(s.today < dueDay, ISlices.Slices_DueDayReached(rid, dueDay, s.today));
    }

    /// @dev As `_liveScope`, and the caller holds the slice, may act, and nothing is under way with it.
    function _holderScope(SliceId id) internal view returns (Scope memory s) {
        s = _liveScope(id);
        address holder = s.word.holder();
        require(msg.sender == holder, ISlices.Slices_NotHolder(id, msg.sender, holder));
        require(s.word.flags() == 0, ISlices.Slices_Busy(id, s.word.flags()));
        _requireActive(holder, s.today, ROLES_HOLDING);
    }

    /// @dev The sum of the parts leaves a head that is not smaller than the smallest slice.
    /// @return cut The head's new end.
    function _requireCut(SliceId id, Scope memory s, uint256 parts, uint256 sum) internal pure returns (uint48 cut) {
        require(parts != 0, ISlices.Slices_NoParts(id));
        require(parts <= MOST_PARTS, ISlices.Slices_TooManyParts(parts, MOST_PARTS));
        uint48 face = s.word.end() - id.start();
        require(sum < face, ISlices.Slices_ExceedsSlice(id, sum, face));
        // Safe: sum < face, which has 48 bits.
        uint48 head = face - uint48(sum);
        require(head >= s.smallest, ISlices.Slices_PartTooSmall(head, s.smallest));
        cut = id.start() + head;
    }

    /// @dev One more payment is within the policy.
    function _requireHop(SliceId id, Scope memory s) internal pure {
        uint8 hops = s.word.hops();
        require(hops < s.maxHops, ISlices.Slices_TooManyHops(id, hops, s.maxHops));
    }

    /// @return consents Whether the payee receives at once.
    function _requirePayee(SliceId id, Scope memory s, address to) internal view returns (bool consents) {
        require(to != s.word.holder(), ISlices.Slices_ToSelf(id, to));
        consents = _requireActive(to, s.today, ROLES_HOLDING).hasFlag(PARTICIPANT_CONSENTS) && s.consentAllowed;
    }

    /// @dev As the desk was told it is, and nothing is under way with it.
    function _requireFree(SliceId id, SliceWord expected, SliceWord word) internal pure {
        require(expected.raw() != 0, IDeskActs.Desk_WordMissing(id));
        require(expected.raw() == word.raw(), ISlices.Slices_WordChanged(id, expected, word));
        require(word.flags() == 0, ISlices.Slices_Busy(id, word.flags()));
    }

    /// @dev The holder may act, and has enabled the desk.
    function _requireEnabled(address holder, uint16 today, uint8 desk) internal view {
        require(_requireActive(holder, today, ROLES_HOLDING).hasDesk(desk), ISlices.Slices_DeskNotEnabled(holder, msg.sender));
    }

    /// @dev The caller may settle a receivable: it is due, and no other desk has begun. Also one written off: what is still paid for it
    /// is paid out.
    function _requireSettling(ReceivableId id) internal view returns (ReceivableWord word, Settling memory settling) {
        _requireDesk(POWER_SETTLE);
        word = _requireUnsettled(id);
        uint16 today = _today(_policy(word.policy()));
        require(today >= word.dueDay(), ISlices.Slices_NotYetDue(id, word.dueDay(), today));
        settling = _settling[id];
        require(settling.desk == address(0) || settling.desk == msg.sender, ISlices.Slices_OtherDesk(id, settling.desk));
    }

    /// @dev max(policy minimum, ceil(face / maxSlices)): bounds the slices without a counter, and nobody can use up another's.
    function _smallest(uint48 face, uint48 minSlice, uint256 maxSlices) private pure returns (uint48) {
        // Safe: the quotient is not larger than the face.
        uint48 share = uint48((face + maxSlices - 1) / maxSlices);
        return share > minSlice ? share : minSlice;
    }

    /// @dev A new slice of `amount` cents with the parent's sequence + 1 and `hop` more hops.
    function _mintPart(
        SliceId id,
        Scope memory s,
        uint48 amount,
        address to,
        uint8 hop,
        uint8 flags
    ) internal returns (SliceWord part) {
        require(amount >= s.smallest, ISlices.Slices_PartTooSmall(amount, s.smallest));
        part = s.word.cutPart(to, id.start() + amount, hop, flags);
        _mintAndSetExtraDataUnchecked(to, id.raw(), part.extra());
    }

    function _shrink(SliceId id, SliceWord word, uint48 cut) internal returns (SliceWord head) {
        head = word.shrunk(cut);
        _rewrite(id, head);
    }

    /// @dev The slice's range or state has another value, its holder has not; ERC-4906 says so.
    function _rewrite(SliceId id, SliceWord word) internal {
        _setExtraData(id.raw(), word.extra());
        emit IERC4906.MetadataUpdate(id.raw());
    }

    /// @param hop 1 for a payment, 0 for any other move.
    function _moveTo(SliceId id, SliceWord word, address to, uint8 hop) internal returns (SliceWord after_) {
        after_ = word.moved(to, hop);
        _give(id, word, after_);
    }

    /// @dev The slice, which has the word `before`, goes to the holder in `after_`.
    function _give(SliceId id, SliceWord before, SliceWord after_) internal {
        _transfer(before.holder(), after_.holder(), id.raw());
        _setExtraData(id.raw(), after_.extra());
    }

    /// @dev Clears the whole slot: Solady's burn keeps the extra data.
    function _burnSlice(SliceId id) internal {
        _setExtraData(id.raw(), 0);
        _burn(id.raw());
    }

    function _offer(SliceId id, SliceWord word, address to, uint40 until) internal {
        require(until > block.timestamp, ISlices.Slices_OfferUntilInPast(until, block.timestamp));
        _offers[id] = TransferOffer(to, until);
        emit ISlices.TransferOffered(id, word.holder(), to, until, word);
    }

    function _requireOffer(SliceId id) internal view returns (TransferOffer memory offer) {
        offer = _offers[id];
        require(offer.payee != address(0), ISlices.Slices_NoOffer(id));
    }
}
