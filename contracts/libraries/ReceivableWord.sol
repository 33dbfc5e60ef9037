// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice All that is stored of a receivable. The low byte is the status (low nibble) with its marks (high nibble), always.
/// Before confirmation: commitment 232 | round 16 | status 8 (see `proposal`). From confirmation on, from the highest bit:
/// obligor 160 | face 48 | due day 16 | currency 8 | policy 16 | status 8.
type ReceivableWord is uint256;

using {
    status,
    marks,
    withStatus,
    withMark,
    withoutMark,
    round,
    commitment,
    obligor,
    face,
    dueDay,
    currency,
    policy,
    raw
} for ReceivableWord global;

/// @notice Cold statuses: only a transaction changes them. Due and overdue are warm: time alone makes them.
enum Status {
    None,
    Registered,
    Refused,
    Cancelled,
    Confirmed,
    Settled,
    WrittenOff,
    Defaulted
}

/// @dev The movable-property registry's number and date are recorded.
uint8 constant MARK_REGISTRY = 1 << 4;
/// @dev Money was paid into it: it stays with its settlement desk.
uint8 constant MARK_PAID_INTO = 1 << 5;
/// @dev A short hold is on: nothing moves until a legal cut lands or the hold ends.
uint8 constant MARK_HELD = 1 << 6;
/// @dev Somebody has reported it overdue, and the chain has checked.
uint8 constant MARK_OVERDUE = 1 << 7;

/// @notice The word of a receivable that is not confirmed.
/// @param terms Hash of the terms the supplier registered; the lowest 24 bits are dropped.
/// @param round_ How often this id has been registered; a confirmation signed for one round is void in the next.
function proposal(bytes32 terms, uint16 round_, Status status_) pure returns (ReceivableWord) {
    return ReceivableWord.wrap((uint256(terms) & ~uint256(0xffffff)) | (uint256(round_) << 8) | uint8(status_));
}

function packReceivable(
    address obligor_,
    uint48 face_,
    uint16 dueDay_,
    uint8 currency_,
    uint16 policy_,
    Status status_
) pure returns (ReceivableWord) {
    return
        ReceivableWord.wrap(
            (uint256(uint160(obligor_)) << 96) |
                (uint256(face_) << 48) |
                (uint256(dueDay_) << 32) |
                (uint256(currency_) << 24) |
                (uint256(policy_) << 8) |
                uint8(status_)
        );
}

function status(ReceivableWord w) pure returns (Status) {
    return Status(uint8(ReceivableWord.unwrap(w)) & 0x0f);
}

function marks(ReceivableWord w) pure returns (uint8) {
    return uint8(ReceivableWord.unwrap(w)) & 0xf0;
}

/// @notice The same word with another status; marks stay.
function withStatus(ReceivableWord w, Status status_) pure returns (ReceivableWord) {
    return ReceivableWord.wrap((ReceivableWord.unwrap(w) & ~uint256(0x0f)) | uint8(status_));
}

function withMark(ReceivableWord w, uint8 mark) pure returns (ReceivableWord) {
    return ReceivableWord.wrap(ReceivableWord.unwrap(w) | mark);
}

function withoutMark(ReceivableWord w, uint8 mark) pure returns (ReceivableWord) {
    return ReceivableWord.wrap(ReceivableWord.unwrap(w) & ~uint256(mark));
}

/// @dev Only of a word before confirmation.
function round(ReceivableWord w) pure returns (uint16) {
    return uint16(ReceivableWord.unwrap(w) >> 8);
}

/// @dev Only of a word before confirmation: the terms' hash, its lowest 24 bits zero.
function commitment(ReceivableWord w) pure returns (bytes32) {
    return bytes32(ReceivableWord.unwrap(w) & ~uint256(0xffffff));
}

function obligor(ReceivableWord w) pure returns (address) {
    return address(uint160(ReceivableWord.unwrap(w) >> 96));
}

/// @notice Face value in the currency's minor unit.
function face(ReceivableWord w) pure returns (uint48) {
    return uint48(ReceivableWord.unwrap(w) >> 48);
}

/// @notice Due day, in days since 1970-01-01 of the policy's time zone.
function dueDay(ReceivableWord w) pure returns (uint16) {
    return uint16(ReceivableWord.unwrap(w) >> 32);
}

function currency(ReceivableWord w) pure returns (uint8) {
    return uint8(ReceivableWord.unwrap(w) >> 24);
}

function policy(ReceivableWord w) pure returns (uint16) {
    return uint16(ReceivableWord.unwrap(w) >> 8);
}

function raw(ReceivableWord w) pure returns (uint256) {
    return ReceivableWord.unwrap(w);
}
