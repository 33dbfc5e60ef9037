// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A participant's standing, from the lowest bit: roles 8 | flags 8 | desks 32 | KYC until 16 | identity 160 = 224 bits.
/// It shares its slot with the count of the participant's tokens (32 bits), so a check of admission costs no extra slot.
type ParticipantWord is uint224;

using {
    roles,
    flags,
    desks,
    kycUntil,
    identity,
    raw,
    hasFlag,
    withFlag,
    withRoles,
    withKycUntil,
    withDesk,
    withoutDesks,
    mayActOn,
    hasDesk
} for ParticipantWord global;

uint8 constant ROLE_OBLIGOR = 1 << 0;
uint8 constant ROLE_SUPPLIER = 1 << 1;
uint8 constant ROLE_BANK = 1 << 2;
uint8 constant ROLE_SUPERVISOR = 1 << 3;
uint8 constant ROLE_OPERATOR = 1 << 4;
uint8 constant ROLES_ALL = ROLE_OBLIGOR | ROLE_SUPPLIER | ROLE_BANK | ROLE_SUPERVISOR | ROLE_OPERATOR;
/// @dev Who may hold slices. The platform and the supervisor never do.
uint8 constant ROLES_HOLDING = ROLE_OBLIGOR | ROLE_SUPPLIER | ROLE_BANK;

uint8 constant PARTICIPANT_SUSPENDED = 1 << 0;
/// @dev Receives slices at once, without a word of acceptance for each.
uint8 constant PARTICIPANT_CONSENTS = 1 << 1;
/// @dev Its key was replaced: duties and payouts follow the successor.
uint8 constant PARTICIPANT_REPLACED = 1 << 2;
/// @dev It owes a receivable that was reported overdue and is not cured.
uint8 constant PARTICIPANT_OVERDUE = 1 << 3;

function packParticipant(uint8 roles_, uint16 kycUntil_, bytes20 identity_) pure returns (ParticipantWord) {
    return ParticipantWord.wrap(uint224(roles_) | (uint224(kycUntil_) << 48) | (uint224(uint160(identity_)) << 64));
}

function roles(ParticipantWord w) pure returns (uint8) {
    return uint8(ParticipantWord.unwrap(w));
}

function flags(ParticipantWord w) pure returns (uint8) {
    return uint8(ParticipantWord.unwrap(w) >> 8);
}

/// @notice One bit for each desk that may move this participant's slices; bit n is desk n.
function desks(ParticipantWord w) pure returns (uint32) {
    return uint32(ParticipantWord.unwrap(w) >> 16);
}

/// @notice Last day on which the participant's checks are valid; days since 1970-01-01.
function kycUntil(ParticipantWord w) pure returns (uint16) {
    return uint16(ParticipantWord.unwrap(w) >> 48);
}

function identity(ParticipantWord w) pure returns (bytes20) {
    return bytes20(uint160(ParticipantWord.unwrap(w) >> 64));
}

function raw(ParticipantWord w) pure returns (uint224) {
    return ParticipantWord.unwrap(w);
}

function hasFlag(ParticipantWord w, uint8 flag) pure returns (bool) {
    return w.flags() & flag != 0;
}

function withFlag(ParticipantWord w, uint8 flag, bool on) pure returns (ParticipantWord) {
    uint224 bit = uint224(flag) << 8;
    return ParticipantWord.wrap(on ? w.raw() | bit : w.raw() & ~bit);
}

function withRoles(ParticipantWord w, uint8 roles_) pure returns (ParticipantWord) {
    return ParticipantWord.wrap((w.raw() & ~uint224(0xff)) | roles_);
}

function withKycUntil(ParticipantWord w, uint16 kycUntil_) pure returns (ParticipantWord) {
    return ParticipantWord.wrap((w.raw() & ~(uint224(0xffff) << 48)) | (uint224(kycUntil_) << 48));
}

function hasDesk(ParticipantWord w, uint8 desk) pure returns (bool) {
    return w.desks() & (uint32(1) << desk) != 0;
}

function withDesk(ParticipantWord w, uint8 desk, bool on) pure returns (ParticipantWord) {
    uint224 bit = uint224(1) << (16 + desk);
    return ParticipantWord.wrap(on ? w.raw() | bit : w.raw() & ~bit);
}

/// @notice With no desk enabled.
function withoutDesks(ParticipantWord w) pure returns (ParticipantWord) {
    return ParticipantWord.wrap(w.raw() & ~(uint224(type(uint32).max) << 16));
}

/// @notice Admitted with one of `needed` roles, not suspended, not replaced, checks valid on `today`.
function mayActOn(ParticipantWord w, uint16 today, uint8 needed) pure returns (bool) {
    uint224 barred = uint224(PARTICIPANT_SUSPENDED | PARTICIPANT_REPLACED) << 8;
    return w.raw() & needed != 0 && w.raw() & barred == 0 && today <= w.kycUntil();
}
