// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice All that is stored of a slice, from the lowest bit: holder 160 | end 48 | hops 8 | flags 8 | sequence 32.
/// Face value = end − start, in cents. The sequence grows with every change but a shrinking tail, so a word never recurs.
type SliceWord is uint256;

using {
    holder,
    end,
    hops,
    flags,
    sequence,
    extra,
    raw,
    isEmpty,
    shrunk,
    merged,
    moved,
    flagged,
    cutPart,
    cutLegally,
    paidTo,
    withFlags
} for SliceWord global;

uint256 constant HOLDER_MASK = type(uint160).max;
uint256 constant END_MASK = uint256(type(uint48).max) << 160;
uint256 constant FLAGS_MASK = uint256(0xff) << 216;
uint256 constant SEQUENCE_ONE = 1 << 224;

/// @dev The slice is cut or whole, stays with the payer, and waits for its payee's word.
uint8 constant SLICE_RESERVED = 1 << 0;
/// @dev A legal order holds the slice.
uint8 constant SLICE_FROZEN = 1 << 1;
/// @dev Paid early by its obligor; stays in the tiling and is netted at maturity.
uint8 constant SLICE_RETIRED = 1 << 2;
/// @dev Bits 3 to 7: 0, or the index of the desk that has locked the slice (1 to 31).
uint8 constant SLICE_LOCK_SHIFT = 3;
uint8 constant SLICE_LOCK_MASK = uint8(0xff) << SLICE_LOCK_SHIFT;

function packSlice(address holder_, uint48 end_, uint8 hops_, uint8 flags_, uint32 sequence_) pure returns (SliceWord) {
    return
        SliceWord.wrap(
            uint256(uint160(holder_)) |
                (uint256(end_) << 160) |
                (uint256(hops_) << 208) |
                (uint256(flags_) << 216) |
                (uint256(sequence_) << 224)
        );
}

function holder(SliceWord w) pure returns (address) {
    return address(uint160(SliceWord.unwrap(w)));
}

function end(SliceWord w) pure returns (uint48) {
    return uint48(SliceWord.unwrap(w) >> 160);
}

function hops(SliceWord w) pure returns (uint8) {
    return uint8(SliceWord.unwrap(w) >> 208);
}

function flags(SliceWord w) pure returns (uint8) {
    return uint8(SliceWord.unwrap(w) >> 216);
}

function sequence(SliceWord w) pure returns (uint32) {
    return uint32(SliceWord.unwrap(w) >> 224);
}

/// @notice The part that travels beside the holder in the ERC-721 ownership word.
function extra(SliceWord w) pure returns (uint96) {
    return uint96(SliceWord.unwrap(w) >> 160);
}

function raw(SliceWord w) pure returns (uint256) {
    return SliceWord.unwrap(w);
}

function isEmpty(SliceWord w) pure returns (bool) {
    return w.holder() == address(0);
}

/// @notice The head after a cut: same holder, hops, flags and sequence, an earlier end.
function shrunk(SliceWord w, uint48 end_) pure returns (SliceWord) {
    return SliceWord.wrap((w.raw() & ~END_MASK) | (uint256(end_) << 160));
}

/// @notice Two adjacent slices as one: the right one's end, the larger hops, the larger sequence + 1.
function merged(SliceWord left, SliceWord right) pure returns (SliceWord) {
    uint8 h = left.hops() > right.hops() ? left.hops() : right.hops();
    uint32 s = left.sequence() > right.sequence() ? left.sequence() : right.sequence();
    return packSlice(left.holder(), right.end(), h, left.flags(), s + 1);
}

/// @notice The slice with another holder, `hop` more hops (0 or 1), no flags, and the next sequence.
/// @dev The caller has checked that one more hop is within the policy, hence within 8 bits. The sequence is the highest field, so
/// that its overflow is the word's, and reverts.
function moved(SliceWord w, address to, uint8 hop) pure returns (SliceWord) {
    uint256 next = w.raw() + SEQUENCE_ONE + (uint256(hop) << 208);
    return SliceWord.wrap((next & ~(HOLDER_MASK | FLAGS_MASK)) | uint160(to));
}

/// @notice The slice with other flags and the next sequence.
function flagged(SliceWord w, uint8 flags_) pure returns (SliceWord) {
    return SliceWord.wrap(((w.raw() + SEQUENCE_ONE) & ~FLAGS_MASK) | (uint256(flags_) << 216));
}

/// @notice A part cut from `parent`'s tail that ends at `end_`: the next sequence; other fields as given.
function cutPart(SliceWord parent, address to, uint48 end_, uint8 hop, uint8 flags_) pure returns (SliceWord) {
    return parent.moved(to, hop).shrunk(end_).withFlags(flags_);
}

/// @notice The part of a legal cut, which ends where `whole` ended: same holder, hops and flags, the next sequence.
function cutLegally(SliceWord whole) pure returns (SliceWord) {
    return SliceWord.wrap(whole.raw() + SEQUENCE_ONE);
}

/// @notice The same word with another holder; for a slice that is gone, to say who is paid.
function paidTo(SliceWord w, address to) pure returns (SliceWord) {
    return SliceWord.wrap((w.raw() & ~HOLDER_MASK) | uint160(to));
}

/// @dev Flags set where there were none; the sequence stays.
function withFlags(SliceWord w, uint8 flags_) pure returns (SliceWord) {
    return SliceWord.wrap(w.raw() | (uint256(flags_) << 216));
}
