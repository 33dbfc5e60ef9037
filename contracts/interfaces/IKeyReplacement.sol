// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ParticipantWord } from "../libraries/ParticipantWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice A replacement under way. Two storage slots.
/// @param successor The new account.
/// @param readyAt Second from which it may be carried out; 0 until the supervisor agrees.
/// @param proposer Who proposed it; never the one who agrees.
struct Replacement {
    address successor;
    uint40 readyAt;
    address proposer;
}

/// @title IKeyReplacement
/// @notice An organisation that lost its key gets another account: the operator proposes, the supervisor agrees, a notice period runs
/// in which the old key can veto, then anyone carries it out. Identity, roles and duties follow at once; slices are moved by anyone in
/// batches, and are paid to the new account wherever they still are.
interface IKeyReplacement {
    event ReplacementProposed(address indexed lost, address indexed successor, address indexed by);
    event ReplacementAgreed(address indexed lost, address indexed successor, address indexed by, uint40 readyAt);
    event ReplacementVetoed(address indexed lost, address indexed successor);
    /// @param lostWord What remains of the old account's standing: flagged replaced.
    /// @param word The new account's: same identity, roles, checks and suspension; no standing consent and no desk, which only the new
    /// key can give.
    event ParticipantReplaced(address indexed lost, address indexed successor, ParticipantWord lostWord, ParticipantWord word);
    event SliceMovedToSuccessor(SliceId indexed id, address indexed lost, SliceWord word);

    error Replacement_InvalidSuccessor(address lost, address successor);
    /// @dev Also for whatever else is tried on, or by, an account that was replaced: name its successor.
    error Replacement_AlreadyReplaced(address lost, address successor);
    error Replacement_NotProposed(address lost);
    error Replacement_OtherSuccessor(address lost, address proposed, address given);
    error Replacement_SamePerson(address officer);
    error Replacement_NotReady(address lost, uint40 readyAt, uint256 timestamp);
    error Replacement_Lapsed(address lost, uint40 until, uint256 timestamp);
    error Replacement_NotReplaced(SliceId id, address holder);
    error Replacement_TooMany(uint256 given, uint256 most);

    /// @notice Proposes, or proposes anew, which restarts everything. Through the AccessManager only (operator).
    /// @param successor An account that was never admitted.
    function proposeReplacement(address lost, address successor) external;

    /// @notice A second person agrees; the notice period of seven days begins. Through the AccessManager only (supervisor).
    function agreeReplacement(address lost, address successor) external;

    /// @notice The old key objects: the proposal ends. Also while suspended.
    function vetoReplacement() external;

    /// @notice Anyone carries out what was agreed, once the notice period is over and within 30 days of its end. What the lost key has
    /// signed, and offers of slices made to it, do not carry over: they are signed and offered anew.
    function replaceKey(address lost) external;

    /// @notice Anyone moves slices of replaced accounts to their successors, at any time until they are paid. At most 100 at once.
    /// Not a hop; reservations, freezes and locks stay as they are.
    function moveToSuccessor(SliceId[] calldata ids) external;

    function replacementOf(address lost) external view returns (Replacement memory);

    /// @notice The account that acts and is paid for `account`: itself, or the last of its successors.
    function accountInForce(address account) external view returns (address);
}
