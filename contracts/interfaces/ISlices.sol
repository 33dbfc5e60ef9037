// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @param to Payee.
/// @param amount Cents of the part; at least the smallest slice.
struct Part {
    address to;
    uint48 amount;
}

/// @notice A slice that waits for its payee. One storage slot.
/// @param payee Who may accept.
/// @param until Last second at which it may be accepted.
struct TransferOffer {
    address payee;
    uint40 until;
}

/// @notice Why an offer ended without acceptance.
enum OfferEnd {
    Refused,
    Withdrawn,
    Expired,
    Frozen
}

/// @title ISlices
/// @notice Slices of confirmed receivables: split, transferred, accepted, merged, moved by desks, burnt when paid.
/// ERC-721 `Transfer` accompanies each new, moved or burnt slice; the events here carry the resulting words.
interface ISlices {
    /// @dev The head's holder did it.
    /// @param word The head after the cut.
    /// @param parts The parts' words in ascending order; the first starts at the head's end, each next where the one before ends.
    event SliceSplit(SliceId indexed id, SliceWord word, SliceWord[] parts);
    event SliceTransferred(SliceId indexed id, address indexed from, SliceWord word);
    event TransferOffered(SliceId indexed id, address indexed from, address indexed to, uint40 until, SliceWord word);
    event TransferAccepted(SliceId indexed id, address indexed from, SliceWord word);
    event TransferOfferEnded(SliceId indexed id, address indexed by, OfferEnd reason, SliceWord word);
    event SlicesMerged(SliceId indexed left, SliceId indexed right, SliceWord word);
    event SliceMovedByDesk(SliceId indexed id, address indexed desk, address indexed from, SliceWord word);
    /// @dev A desk cut a part off the tail and moved it.
    /// @param word The head after the cut.
    /// @param part The part; it starts at the head's end.
    event SliceTailMovedByDesk(SliceId indexed id, address indexed desk, address indexed from, SliceWord word, SliceWord part);
    /// @dev Paid before the due day; the obligor holds it until it is netted.
    event SliceRetired(SliceId indexed id, address indexed desk, address indexed from, SliceWord word);
    event SliceLocked(SliceId indexed id, address indexed desk, SliceWord word);
    /// @dev Money was paid into the receivable, not all that is owed: it stays with the desk.
    event SettlementBound(ReceivableId indexed id, address indexed desk, ReceivableWord word);
    /// @dev All that is owed was paid.
    /// @param redeemed Cents burnt by this call.
    /// @param owed Cents of them that leave the obligor's outstanding amount: not those paid early, nor any of one written off.
    /// @param total Cents burnt so far; equal to the face when the receivable is settled.
    event SlicesRedeemed(
        ReceivableId indexed id,
        address indexed desk,
        uint48 redeemed,
        uint48 owed,
        uint48 total,
        ReceivableWord word
    );

    error Slices_Unknown(SliceId id);
    error Slices_NotHolder(SliceId id, address caller, address holder);
    error Slices_NotLive(ReceivableId id, ReceivableWord word);
    error Slices_Held(ReceivableId id, uint40 until);
    error Slices_DueDayReached(ReceivableId id, uint16 dueDay, uint16 today);
    error Slices_NotYetDue(ReceivableId id, uint16 dueDay, uint16 today);
    error Slices_Busy(SliceId id, uint8 flags);
    error Slices_NoParts(SliceId id);
    error Slices_TooManyParts(uint256 parts, uint256 most);
    error Slices_PartTooSmall(uint48 amount, uint48 smallest);
    error Slices_ExceedsSlice(SliceId id, uint256 asked, uint48 available);
    error Slices_TooManyHops(SliceId id, uint8 hops, uint8 most);
    error Slices_ToSelf(SliceId id, address account);
    error Slices_NeedsAcceptance(address payee);
    error Slices_OfferUntilInPast(uint40 until, uint256 timestamp);
    error Slices_NoOffer(SliceId id);
    error Slices_OfferExpired(SliceId id, uint40 until, uint256 timestamp);
    error Slices_NotPartyToOffer(SliceId id, address caller);
    error Slices_NotAdjacent(SliceId left, SliceId right);
    error Slices_WordChanged(SliceId id, SliceWord expected, SliceWord actual);
    error Slices_DeskNotEnabled(address holder, address desk);
    error Slices_RegistryEntryMissing(ReceivableId id);
    error Slices_OtherReceivable(SliceId id, ReceivableId expected);
    error Slices_OtherDesk(ReceivableId id, address desk);
    error Slices_NoEther(uint256 value);

    /// @notice Cuts parts off the tail of the caller's slice; they stay with the caller. At most 100 parts.
    /// @return first Id of the first part.
    function split(SliceId id, uint48[] calldata amounts) external returns (SliceId first);

    /// @notice Cuts parts off the tail and pays them out: at once to payees with standing consent, else offered until `offerUntil`.
    /// Parts lie in the order given, after the head. At most 100 parts.
    function splitAndTransfer(SliceId id, Part[] calldata parts, uint40 offerUntil) external returns (SliceId first);

    /// @notice Pays with the whole slice: at once to a payee with standing consent, else offered until `offerUntil`.
    function transfer(SliceId id, address to, uint40 offerUntil) external;

    /// @notice The payee takes an offered slice.
    function accept(SliceId id) external;

    /// @notice Ends an offer: the payee refuses, the holder withdraws, or anyone clears it once expired. The slice is the holder's again.
    function endOffer(SliceId id) external;

    /// @notice Joins two adjacent slices of the caller; the left id stays. Approvals of either end.
    function merge(SliceId left, SliceId right) external;

    /// @notice A desk with POWER_FINANCE moves a slice of a holder that enabled it. Not a hop.
    /// @param expected The slice's whole word, or 0 to take it as it is.
    /// @return holder Who held it.
    /// @return word Its receivable's word.
    /// @return today The day it is, in the policy's time zone.
    function moveByDesk(
        SliceId id,
        SliceWord expected,
        address to
    ) external returns (SliceWord holder, ReceivableWord word, uint16 today);

    /// @notice As `moveByDesk`, of the last `amount` cents only; part and head are not smaller than the smallest slice.
    /// @return part The new slice's id.
    function moveTailByDesk(SliceId id, SliceWord expected, uint48 amount, address to) external returns (SliceId part);

    /// @notice Before the due day a slice that was paid passes to its obligor, who owes it no longer; it stays in the tiling until the
    /// receivable is settled. POWER_SETTLE for slices paid in full; POWER_RETIRE for a lower price, with the holder's consent.
    /// @param expected The slice's whole word: who pays for a slice is not paid back by another that took its id.
    function retireByDesk(
        SliceId id,
        SliceWord expected
    ) external returns (SliceWord before, ReceivableWord receivable, uint16 today);

    /// @notice A desk with POWER_LOCK locks a slice of a holder that enabled it. The holder keeps it and can do nothing with it.
    function lockByDesk(SliceId id, SliceWord expected) external returns (ReceivableWord receivable, uint16 today);

    /// @notice A desk with POWER_SETTLE burns slices it has paid, from the due day on. The first to do so keeps the receivable, and says
    /// by it that the obligor has paid all: a receivable reported overdue or in default is cured. Refuses frozen slices, and any during a hold.
    /// @return words The burnt slices' words, in the order given; the holder is the account to be paid, a replaced account's successor.
    function redeem(ReceivableId id, SliceId[] calldata ids) external returns (SliceWord[] memory words);

    /// @notice A desk with POWER_SETTLE marks a receivable it was paid for, so that no other desk settles it. It does not cure: only
    /// `redeem` says that all is paid.
    function bindSettlement(ReceivableId id) external;

    /// @notice The slice's whole word; 0 if there is none with this id.
    function sliceWordOf(SliceId id) external view returns (SliceWord);

    function transferOfferOf(SliceId id) external view returns (TransferOffer memory);
}
