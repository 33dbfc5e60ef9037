// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice All that is stored of a slice, from the lowest bit: holder 160 | end 48 | hops 8 | flags 8 | sequence 32.
/// Face value = end − start, in cents. The sequence grows with every change but a shrinking tail, so a word never recurs.
type SliceWord is uint256;

using { holder, end, hops, flags, sequence, extra, raw, isEmpty, shrunk, merged, moved, flagged } for SliceWord global;

/// @dev The slice is cut or whole, stays with the payer, and waits for its payee's word.
uint8 constant SLICE_RESERVED = 1 << 0;
/// @dev A legal order holds the slice.
uint8 constant SLICE_FROZEN = 1 << 1;
/// @dev Paid early by its obligor; stays in the tiling and is netted at maturity.
uint8 constant SLICE_RETIRED = 1 << 2;
/// @dev Bits 3 to 7: 0, or the index of the desk that has locked the slice (1 to 31).
uint8 constant SLICE_LOCK_SHIFT = 3;

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
    return packSlice(w.holder(), end_, w.hops(), w.flags(), w.sequence());
}

/// @notice Two adjacent slices as one: the right one's end, the larger hops, the larger sequence + 1.
function merged(SliceWord left, SliceWord right) pure returns (SliceWord) {
    uint8 h = left.hops() > right.hops() ? left.hops() : right.hops();
    uint32 s = left.sequence() > right.sequence() ? left.sequence() : right.sequence();
    return packSlice(left.holder(), right.end(), h, left.flags(), s + 1);
}

/// @notice The slice with another holder, `hop` more hops (0 or 1), no flags, and the next sequence.
function moved(SliceWord w, address to, uint8 hop) pure returns (SliceWord) {
    return packSlice(to, w.end(), w.hops() + hop, 0, w.sequence() + 1);
}

/// @notice The slice with other flags and the next sequence.
function flagged(SliceWord w, uint8 flags_) pure returns (SliceWord) {
    return packSlice(w.holder(), w.end(), w.hops(), flags_, w.sequence() + 1);
}
