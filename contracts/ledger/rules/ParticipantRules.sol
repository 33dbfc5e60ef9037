// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IKeyReplacement } from "../../interfaces/IKeyReplacement.sol";
import { IParticipants } from "../../interfaces/IParticipants.sol";
import { PARTICIPANT_REPLACED, ParticipantWord } from "../../libraries/ParticipantWord.sol";
import { TableRules } from "./TableRules.sol";

/// @dev The participant's word lives beside its token count (Solady's `aux`), so admission is read in the slot a move touches anyway.
abstract contract ParticipantRules is TableRules {
    function _participant(address account) internal view returns (ParticipantWord) {
        return ParticipantWord.wrap(_getAux(account));
    }

    /// @dev The one gate to acting and receiving: admitted in one of the roles, in good standing today.
    function _requireActive(address account, uint16 today, uint8 needed) internal view returns (ParticipantWord word) {
        word = _participant(account);
        require(word.mayActOn(today, needed), IParticipants.Participants_MayNotAct(account, needed, word, today));
    }

    /// @dev Admitted, and still the account of its organisation: a change of a replaced account would change nothing that acts.
    function _requireAdmitted(address account) internal view returns (ParticipantWord word) {
        word = _participant(account);
        require(word.roles() != 0, IParticipants.Participants_NotAdmitted(account));
        require(
            !word.hasFlag(PARTICIPANT_REPLACED),
            IKeyReplacement.Replacement_AlreadyReplaced(account, _successors[account])
        );
    }

    /// @dev The account that acts and is paid for another: itself, or the last of its successors. Each of them took a notice period.
    function _inForce(address account) internal view returns (address) {
        while (_participant(account).hasFlag(PARTICIPANT_REPLACED)) account = _successors[account];
        return account;
    }
}
