// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IKeyReplacement, Replacement } from "../../interfaces/IKeyReplacement.sol";
import { ISlices } from "../../interfaces/ISlices.sol";
import { PARTICIPANT_CONSENTS, PARTICIPANT_REPLACED, ParticipantWord } from "../../libraries/ParticipantWord.sol";
import { SliceId } from "../../libraries/SliceId.sol";
import { SliceWord } from "../../libraries/SliceWord.sol";
import { Participants } from "./Participants.sol";

/// @dev A lost key is replaced by two officers, under the eyes of the old key.
abstract contract KeyReplacement is Participants, IKeyReplacement {
    uint40 private constant NOTICE = 7 days;
    uint40 private constant TO_REPLACE = 30 days;
    uint256 private constant MOST_SLICES = 100;

    /// @inheritdoc IKeyReplacement
    function proposeReplacement(address lost, address successor) external restricted {
        // Check
        _requireReplaceable(lost, successor);
        // Effect
        _replacements[lost] = Replacement(successor, 0, msg.sender);
        emit ReplacementProposed(lost, successor, msg.sender);
    }

    /// @inheritdoc IKeyReplacement
    function agreeReplacement(address lost, address successor) external restricted {
        // Check
        Replacement memory r = _requireProposed(lost);
        require(r.successor == successor, Replacement_OtherSuccessor(lost, r.successor, successor));
        require(r.proposer != msg.sender, Replacement_SamePerson(msg.sender));
        // Effect
        uint40 readyAt = uint40(block.timestamp) + NOTICE;
        _replacements[lost].readyAt = readyAt;
        emit ReplacementAgreed(lost, successor, msg.sender, readyAt);
    }

    /// @inheritdoc IKeyReplacement
    function vetoReplacement() external {
        // Check
        Replacement memory r = _requireProposed(msg.sender);
        // Effect
        delete _replacements[msg.sender];
        emit ReplacementVetoed(msg.sender, r.successor);
    }

    /// @inheritdoc IKeyReplacement
    function replaceKey(address lost) external {
        // Check
        Replacement memory r = _requireProposed(lost);
        require(r.readyAt != 0 && block.timestamp >= r.readyAt, Replacement_NotReady(lost, r.readyAt, block.timestamp));
        uint40 until = r.readyAt + TO_REPLACE;
        require(block.timestamp <= until, Replacement_Lapsed(lost, until, block.timestamp));
        ParticipantWord word = _requireReplaceable(lost, r.successor);
        // Effect
        delete _replacements[lost];
        _successors[lost] = r.successor;
        _accounts[word.identity()] = r.successor;
        ParticipantWord successorWord = word.withFlag(PARTICIPANT_CONSENTS, false).withoutDesks();
        ParticipantWord lostWord = word.withFlag(PARTICIPANT_REPLACED, true);
        _setAux(r.successor, successorWord.raw());
        _setAux(lost, lostWord.raw());
        emit ParticipantReplaced(lost, r.successor, lostWord, successorWord);
    }

    /// @inheritdoc IKeyReplacement
    function moveToSuccessor(SliceId[] calldata ids) external {
        require(ids.length <= MOST_SLICES, Replacement_TooMany(ids.length, MOST_SLICES));
        for (uint256 i = 0; i < ids.length; ++i) _moveToSuccessor(ids[i]);
    }

    /// @inheritdoc IKeyReplacement
    function replacementOf(address lost) external view returns (Replacement memory) {
        return _replacements[lost];
    }

    /// @inheritdoc IKeyReplacement
    function accountInForce(address account) external view returns (address) {
        return _inForce(account);
    }

    function _moveToSuccessor(SliceId id) private {
        // Check
        SliceWord word = _word(id);
        require(!word.isEmpty(), ISlices.Slices_Unknown(id));
        address lost = word.holder();
        address successor = _inForce(lost);
        require(successor != lost, Replacement_NotReplaced(id, lost));
        // Effect
        SliceWord moved = word.moved(successor, 0).withFlags(word.flags());
        _give(id, word, moved);
        emit SliceMovedToSuccessor(id, lost, moved);
    }

    function _requireProposed(address lost) private view returns (Replacement memory r) {
        r = _replacements[lost];
        require(r.successor != address(0), Replacement_NotProposed(lost));
    }

    /// @dev Asked when it is proposed and again when it is carried out: either account may have changed meanwhile.
    function _requireReplaceable(address lost, address successor) private view returns (ParticipantWord word) {
        word = _requireAdmitted(lost);
        require(successor != address(0) && _participant(successor).roles() == 0, Replacement_InvalidSuccessor(lost, successor));
    }
}
