// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IParticipants } from "../../interfaces/IParticipants.sol";
import {
    PARTICIPANT_CONSENTS,
    PARTICIPANT_SUSPENDED,
    ParticipantWord,
    ROLES_ALL,
    packParticipant
} from "../../libraries/ParticipantWord.sol";
import { Rulebook } from "./Rulebook.sol";

/// @dev Who takes part, as what, until when, and whom they trust.
abstract contract Participants is Rulebook, IParticipants {
    /// @inheritdoc IParticipants
    function admit(address account, bytes20 identity, uint8 roles, uint16 kycUntil) external restricted {
        // Check
        require(
            account != address(0) && identity != 0 && _areRoles(roles),
            Participants_InvalidAdmission(account, identity, roles)
        );
        require(_participant(account).roles() == 0, Participants_AlreadyAdmitted(account));
        require(_accounts[identity] == address(0), Participants_IdentityTaken(identity, _accounts[identity]));
        // Effect
        _accounts[identity] = account;
        ParticipantWord word = packParticipant(roles, kycUntil, identity);
        _setAux(account, word.raw());
        emit ParticipantAdmitted(account, identity, msg.sender, word);
    }

    /// @inheritdoc IParticipants
    function setRoles(address account, uint8 roles) external restricted {
        require(_areRoles(roles), Participants_InvalidRoles(account, roles));
        emit RolesSet(account, msg.sender, _store(account, _requireAdmitted(account).withRoles(roles)));
    }

    /// @inheritdoc IParticipants
    function setKycUntil(address account, uint16 kycUntil) external restricted {
        emit KycUntilSet(account, msg.sender, _store(account, _requireAdmitted(account).withKycUntil(kycUntil)));
    }

    /// @inheritdoc IParticipants
    function suspend(address account) external restricted {
        emit ParticipantSuspended(account, msg.sender, _setFlag(account, PARTICIPANT_SUSPENDED, true));
    }

    /// @inheritdoc IParticipants
    function restore(address account) external restricted {
        emit ParticipantRestored(account, msg.sender, _setFlag(account, PARTICIPANT_SUSPENDED, false));
    }

    /// @inheritdoc IParticipants
    function setStandingConsent(bool consents) external {
        emit StandingConsentSet(msg.sender, consents, _setFlag(msg.sender, PARTICIPANT_CONSENTS, consents));
    }

    /// @inheritdoc IParticipants
    function setDeskEnabled(address desk, bool enabled) external {
        // Check
        uint8 index = _deskIndex(desk);
        ParticipantWord word = _requireAdmitted(msg.sender).withDesk(index, enabled);
        // Effect
        emit DeskEnabledSet(msg.sender, desk, enabled, _store(msg.sender, word));
    }

    /// @inheritdoc IParticipants
    function participantOf(address account) external view returns (ParticipantWord) {
        return _participant(account);
    }

    /// @inheritdoc IParticipants
    function accountOf(bytes20 identity) external view returns (address) {
        return _accounts[identity];
    }

    function _setFlag(address account, uint8 flag, bool on) private returns (ParticipantWord) {
        return _store(account, _requireAdmitted(account).withFlag(flag, on));
    }

    function _store(address account, ParticipantWord word) private returns (ParticipantWord) {
        _setAux(account, word.raw());
        return word;
    }

    function _areRoles(uint8 roles) private pure returns (bool) {
        return roles != 0 && roles & ~ROLES_ALL == 0;
    }
}
