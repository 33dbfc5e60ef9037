// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { IParticipants } from "../interfaces/IParticipants.sol";
import {
    PARTICIPANT_CONSENTS,
    PARTICIPANT_SUSPENDED,
    ParticipantWord,
    packParticipant
} from "../libraries/ParticipantWord.sol";
import { Rulebook } from "./Rulebook.sol";

/// @dev The participant's word lives beside its token count (Solady's `aux`), so admission is read in the slot a move touches anyway.
abstract contract Participants is ERC721, Rulebook, IParticipants {
    mapping(bytes20 identity => address) private _accounts;

    /// @inheritdoc IParticipants
    function admit(address account, bytes20 identity, uint8 roles, uint16 kycUntil) external restricted {
        // Check
        require(account != address(0) && identity != 0 && roles != 0, Participants_InvalidAdmission(account, identity, roles));
        require(_participant(account).roles() == 0, Participants_AlreadyAdmitted(account));
        require(_accounts[identity] == address(0), Participants_IdentityTaken(identity, _accounts[identity]));
        // Effect
        _accounts[identity] = account;
        ParticipantWord word = packParticipant(roles, kycUntil, identity);
        _setAux(account, word.raw());
        emit ParticipantAdmitted(account, identity, msg.sender, word);
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
        _setAux(msg.sender, word.raw());
        emit DeskEnabledSet(msg.sender, desk, enabled, word);
    }

    /// @inheritdoc IParticipants
    function participantOf(address account) external view returns (ParticipantWord) {
        return _participant(account);
    }

    /// @inheritdoc IParticipants
    function accountOf(bytes20 identity) external view returns (address) {
        return _accounts[identity];
    }

    function _participant(address account) internal view returns (ParticipantWord) {
        return ParticipantWord.wrap(_getAux(account));
    }

    /// @dev The one gate to acting and receiving: admitted in one of the roles, in good standing today.
    function _requireActive(address account, uint16 today, uint8 needed) internal view returns (ParticipantWord word) {
        word = _participant(account);
        require(word.mayActOn(today, needed), Participants_MayNotAct(account, needed, word, today));
    }

    function _requireAdmitted(address account) private view returns (ParticipantWord word) {
        word = _participant(account);
        require(word.roles() != 0, Participants_NotAdmitted(account));
    }

    function _setFlag(address account, uint8 flag, bool on) private returns (ParticipantWord word) {
        word = _requireAdmitted(account).withFlag(flag, on);
        _setAux(account, word.raw());
    }
}
