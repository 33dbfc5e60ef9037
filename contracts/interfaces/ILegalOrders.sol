// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice A freeze in force on one slice. One storage slot.
/// @param by The supervisor's account.
/// @param until Last second of the freeze; anyone may release it afterwards.
/// @param reason 1 preservation in a civil case, 2 seizure in a criminal case, 3 insolvency, 4 dispute over the trade, 255 other.
struct Freeze {
    address by;
    uint40 until;
    uint8 reason;
}

/// @notice A transfer ordered by a court, waiting for the second role. One storage slot.
/// @param by The supervisor's account that entered it.
/// @param until Last second at which it may be carried out.
struct OrderedTransfer {
    address by;
    uint40 until;
}

/// @title ILegalOrders
/// @notice Orders of courts and authorities, on exactly the cents they name; the rest of the receivable is not touched.
/// They are lawful until the cents are paid out, also after the due day. All by the AccessManager's supervisor, but what anyone may do.
interface ILegalOrders {
    event ReceivableHeld(ReceivableId indexed id, address indexed by, uint40 until, bytes32 document, ReceivableWord word);
    event HoldEnded(ReceivableId indexed id, address indexed by, ReceivableWord word);
    /// @dev A legal cut, exempt from the smallest slice. The part stays with the holder and keeps hops and flags.
    /// @param word The head after the cut.
    /// @param part The part; it starts at the head's end.
    event SliceCut(SliceId indexed id, address indexed by, SliceWord word, SliceWord part);
    event SliceFrozen(SliceId indexed id, address indexed by, uint8 reason, bytes32 document, uint40 until, SliceWord word);
    event SliceReleased(SliceId indexed id, address indexed by, bytes32 document, SliceWord word);
    event TransferOrdered(SliceId indexed id, address indexed to, address indexed by, bytes32 document, uint40 until);
    event SliceTransferredByOrder(
        SliceId indexed id,
        address indexed from,
        address indexed by,
        bytes32 document,
        SliceWord word
    );

    error Legal_DocumentMissing();
    error Legal_AlreadyHeld(ReceivableId id, uint40 until);
    error Legal_HeldRecently(ReceivableId id, uint40 until, uint256 earliest);
    error Legal_NotHeld(ReceivableId id);
    error Legal_CentsOutside(SliceId covering, uint48 from, uint48 to);
    error Legal_UntilInvalid(uint40 until, uint256 earliest);
    /// @dev These cents were paid before their due day; nobody is owed them any more. Name the cents around them.
    error Legal_Retired(SliceId id);
    error Legal_NotFrozen(SliceId id);
    error Legal_FrozenUntil(SliceId id, uint40 until, uint256 timestamp);
    error Legal_NotOrdered(SliceId id, address to, bytes32 document);
    error Legal_OrderLapsed(SliceId id, uint40 until, uint256 timestamp);
    error Legal_SamePerson(address officer);
    error Legal_ToOfficer(SliceId id, address to);
    error Legal_TooMany(uint256 given, uint256 most);

    /// @notice Stops every move in a receivable for at most 24 hours, so that a cut lands before a holder outruns it. Not again within
    /// seven days of its end. Ends by itself, by `endHold`, or when a freeze is complete.
    function hold(ReceivableId id, bytes32 document) external;

    /// @notice Ends a hold before its time.
    function endHold(ReceivableId id) external;

    /// @notice Freezes the cents [from, to), cutting at both ends where a slice reaches beyond. Offers open on them end. Cents frozen
    /// already stay so until the later of both dates. At most 100 slices at once: continue from `done`.
    /// @param covering The slice that holds cent `from`.
    /// @param document Hash of the order; not 0.
    /// @param until Last second of the freeze.
    /// @return done The first cent not yet frozen; `to` when complete.
    function freeze(
        SliceId covering,
        uint48 from,
        uint48 to,
        uint8 reason,
        bytes32 document,
        uint40 until
    ) external returns (uint48 done);

    /// @notice Releases frozen slices before their time. At most 100 at once.
    /// @param document Hash of the order that lifts the freeze; not 0.
    function release(SliceId[] calldata ids, bytes32 document) external;

    /// @notice Anyone releases slices whose freeze has run out. At most 100 at once.
    function releaseExpired(SliceId[] calldata ids) external;

    /// @notice Enters a court's order to transfer a frozen slice. Nothing moves until the operator, another person, carries it out
    /// within 30 days.
    /// @param expected The slice's whole word.
    /// @param to An admitted participant in good standing; neither the holder nor one of the two officers.
    function orderTransfer(SliceId id, SliceWord expected, address to, bytes32 document) external;

    /// @notice Carries out an order entered by the supervisor, with the very same arguments. The freeze ends with it; not a hop. Through
    /// the AccessManager only (operator).
    function carryOutTransfer(SliceId id, SliceWord expected, address to, bytes32 document) external;

    function freezeOf(SliceId id) external view returns (Freeze memory);

    /// @notice Last second of the receivable's hold, also of one that has ended; 0 if it was never held.
    function heldUntil(ReceivableId id) external view returns (uint40);
}
