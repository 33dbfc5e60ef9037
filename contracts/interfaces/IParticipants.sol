// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ParticipantWord } from "../libraries/ParticipantWord.sol";

/// @title IParticipants
/// @notice Who takes part, as what, and whom they trust. Every event carries the whole resulting word.
interface IParticipants {
    event ParticipantAdmitted(address indexed account, bytes20 indexed identity, address indexed by, ParticipantWord word);
    event ParticipantSuspended(address indexed account, address indexed by, ParticipantWord word);
    event ParticipantRestored(address indexed account, address indexed by, ParticipantWord word);
    event RolesSet(address indexed account, address indexed by, ParticipantWord word);
    event KycUntilSet(address indexed account, address indexed by, ParticipantWord word);
    event StandingConsentSet(address indexed account, bool consents, ParticipantWord word);
    event DeskEnabledSet(address indexed account, address indexed desk, bool enabled, ParticipantWord word);

    error Participants_InvalidAdmission(address account, bytes20 identity, uint8 roles);
    error Participants_InvalidRoles(address account, uint8 roles);
    error Participants_AlreadyAdmitted(address account);
    error Participants_IdentityTaken(bytes20 identity, address account);
    error Participants_NotAdmitted(address account);
    /// @dev Not admitted, suspended, replaced, expired, or without one of the roles needed.
    /// The word tells which; it is 0 when the account was never admitted.
    error Participants_MayNotAct(address account, uint8 rolesNeeded, ParticipantWord word, uint16 today);

    /// @notice Admits an organisation. Through the AccessManager only.
    /// @param account A key, a Safe, or any ERC-1271 contract.
    /// @param identity First 20 bytes of the hash of scheme and number; one organisation, one identity, one account.
    /// @param roles Any of the ROLE bits, at least one.
    /// @param kycUntil Last day its checks are valid; days since 1970-01-01.
    function admit(address account, bytes20 identity, uint8 roles, uint16 kycUntil) external;

    /// @notice Gives a participant other roles; what it holds and owes stays. Through the AccessManager only.
    /// @param roles Any of the ROLE bits, at least one.
    function setRoles(address account, uint8 roles) external;

    /// @notice Renews or shortens the term of a participant's checks. After it the participant can only be paid out, and pay what it
    /// owes. Through the AccessManager only.
    /// @param kycUntil Last day the checks are valid; days since 1970-01-01.
    function setKycUntil(address account, uint16 kycUntil) external;

    /// @notice From now on it neither acts nor receives; it keeps what it holds and is paid. Through the AccessManager only.
    function suspend(address account) external;

    /// @notice Ends a suspension. Through the AccessManager only.
    function restore(address account) external;

    /// @notice The caller receives slices at once (true), or accepts each of them (false, as admitted).
    function setStandingConsent(bool consents) external;

    /// @notice Lets a desk move the caller's slices, or no longer.
    function setDeskEnabled(address desk, bool enabled) external;

    function participantOf(address account) external view returns (ParticipantWord);

    /// @notice The account of an organisation, or 0. After a key's replacement it is the new account.
    function accountOf(bytes20 identity) external view returns (address);
}
