// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice The state of a receivable's settlement. One storage slot.
/// @param desk The desk that settles it; 0 while nothing was paid into it.
/// @param redeemed Cents burnt so far.
/// @param inFull All that was owed is paid; what is not burnt waits to be paid out.
struct Settling {
    address desk;
    uint48 redeemed;
    bool inFull;
}

/// @notice What a slice has been paid for: cumulative sums paid on the whole receivable, in minor units, of which the slice has had its
/// telescoped shares. A legal cut copies it, and shares of the parts add up to the share of the whole.
struct PaidMark {
    uint48 face;
    uint64 penalty;
}

/// @title IDeskActs
/// @notice What admitted desks do rarely, after a lock, a default or a payment in part. Their daily acts are in ISlices.
interface IDeskActs {
    event SliceUnlocked(SliceId indexed id, address indexed desk, SliceWord word);
    event SliceSeized(SliceId indexed id, address indexed desk, address indexed from, SliceWord word);
    event SliceReturned(SliceId indexed id, address indexed desk, address indexed from, SliceWord word);
    event SlicesPaidInPart(ReceivableId indexed id, address indexed desk, SliceId[] ids, PaidMark[] marks);

    error Desk_WordMissing(SliceId id);
    error Desk_OtherLock(SliceId id, uint8 flags, uint8 desk);
    error Desk_NotDefaulted(ReceivableId id, ReceivableWord word);
    error Desk_PaidInFull(ReceivableId id);
    error Desk_MarksMissing(uint256 ids, uint256 marks);
    /// @dev Slices paid in part are named in ascending order, so that none is named twice.
    error Desk_NotAscending(SliceId id);
    error Desk_MarkFalls(SliceId id, PaidMark mark, PaidMark given);

    /// @notice The desk that locked a slice frees it; also after the desk was removed.
    function unlockByDesk(SliceId id) external;

    /// @notice The desk that locked a slice gives it to a bank, until the obligor has paid in full; the lock ends. Not a hop.
    function seizeByDesk(SliceId id, address to) external;

    /// @notice A desk with POWER_RECOURSE gives a slice of a receivable in default (or written off) from a bank that enabled the desk to
    /// an earlier holder. Not a hop.
    function returnByDesk(SliceId id, SliceWord expected, address to) external;

    /// @notice The settling desk records what slices have been paid in part; they are not burnt. Marks never fall.
    /// @param ids Ascending.
    /// @param marks One for each slice, in the order given.
    function markPaid(ReceivableId id, SliceId[] calldata ids, PaidMark[] calldata marks) external;

    /// @notice What a desk needs to pay slices in part.
    /// @return words Their words, the holder being the account to be paid: a replaced account's successor; 0 where there is no slice.
    /// @return marks What they have been paid for.
    function payeesOf(SliceId[] calldata ids) external view returns (SliceWord[] memory words, PaidMark[] memory marks);

    function settlingOf(ReceivableId id) external view returns (Settling memory);

    /// @notice Cents of a receivable that were paid before its due day.
    function retiredOf(ReceivableId id) external view returns (uint48);
}
