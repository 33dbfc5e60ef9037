// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { SliceId } from "../libraries/SliceId.sol";

/// @notice Whom a bank counts on for the cents it has funded: who owes them, and who sold or pledged them.
enum Counterparty {
    Obligor,
    Seller
}

/// @notice A bank's exposure to one counterparty in one currency, in minor units. One storage slot.
/// @param limit Most it may be when something is funded; 0: no limit was set, and nothing is funded.
/// @param used Cents recorded and not released.
struct Exposure {
    uint96 limit;
    uint96 used;
}

/// @notice Cents that a bank has funded. One storage slot.
/// @param seller Identity of who sold or pledged them.
/// @param end First cent after them.
/// @param lock 0 for cents bought; for cents that secure a loan the index of the desk that recorded it.
struct ExposureEntry {
    bytes20 seller;
    uint48 end;
    uint8 lock;
}

/// @title IExposureBook
/// @notice How much of each obligor's and each seller's cents a bank has funded, and how much it may. Limits are checked when a desk funds;
/// nobody asks this desk when slices are paid or sold on: afterwards anyone releases what the ledger shows to be no longer the bank's. So
/// what is recorded is never less than what the bank has of what it funded, and the same once all is released.
///
/// WHO. Organisations, by the identities in their participants' words: a replaced key changes nothing here.
///
/// WHAT. Entries of cents, [first, end) of a receivable; those of one bank never overlap. What a bank receives otherwise than by a desk
/// that asks this book (as payment, by a court's order) is not counted.
interface IExposureBook {
    event ExposureLimitSet(
        bytes20 indexed bank,
        bytes20 indexed identity,
        uint8 indexed currency,
        Counterparty kind,
        address by,
        uint96 limit
    );
    /// @param id Receivable and first cent.
    /// @param obligorUsed The bank's exposure to the obligor now; so with `sellerUsed`.
    event ExposureRecorded(
        SliceId indexed id,
        bytes20 indexed bank,
        address indexed desk,
        uint48 end,
        bytes20 obligor,
        bytes20 seller,
        uint96 obligorUsed,
        uint96 sellerUsed
    );
    /// @param id Receivable and first of the cents released; what is left of their entry lies before it and from `end` on.
    event ExposureReleased(
        SliceId indexed id,
        bytes20 indexed bank,
        address indexed by,
        uint48 end,
        bytes20 obligor,
        bytes20 seller,
        uint96 obligorUsed,
        uint96 sellerUsed
    );

    error Exposure_NoLimit(bytes20 bank, Counterparty kind, bytes20 identity, uint8 currency);
    error Exposure_LimitExceeded(
        bytes20 bank,
        Counterparty kind,
        bytes20 identity,
        uint8 currency,
        uint96 used,
        uint48 face,
        uint96 limit
    );
    error Exposure_InvalidRange(SliceId id, uint48 end);
    error Exposure_OtherTerms(SliceId id, bytes20 obligor, uint8 currency);
    /// @dev Some of the cents were funded by the same bank before and have come back: what it sold on is released first.
    error Exposure_ReleaseFirst(bytes20 bank, SliceId id, uint48 end);
    error Exposure_StillHeld(bytes20 bank, SliceId id, address holder);
    error Exposure_NotAllNamed(ReceivableId id, uint48 burnt, uint256 named, uint48 face);
    /// @dev No entry of the bank lies over these cents, or they still secure its loan.
    error Exposure_NothingReleased(bytes20 bank);
    error Exposure_TooMany(uint256 given, uint256 most);

    /// @notice A bank in good standing sets the most it may have funded of one counterparty, for itself. It may be less than what is used:
    /// then nothing more is funded until enough is released. Who has no limit is not funded: a limit forgotten never means unlimited.
    /// @param identity The obligor's or the seller's organisation; admitted.
    /// @param limit Minor units.
    function setLimit(Counterparty kind, bytes20 identity, uint8 currency, uint96 limit) external;

    /// @notice A desk with POWER_FINANCE or POWER_LOCK records the cents [id's start, end) that a bank buys or lends against, in the
    /// transaction in which they become the bank's or are locked and with no call to others between. Reverts when one of the bank's two
    /// limits would be exceeded, or with `Exposure_ReleaseFirst`. Since the cents are another's until then, anyone can release them first.
    /// @param obligor Account of the receivable's obligor, now or before its key was replaced.
    /// @param seller Account of the holder that sells or pledges.
    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external;

    /// @notice Anyone releases the cents of slices that no longer bind the bank: held by another organisation, retired, or written off.
    /// Cents that secure a loan only after the desk that recorded it has unlocked them. At most 100 slices, and 100 entries a call.
    /// @param slices Live slices, not the bank's own. An empty word proves nothing: a merge leaves one too.
    function release(bytes20 bank, SliceId[] calldata slices) external;

    /// @notice Anyone releases the cents of a receivable that were burnt. Once it is settled these are all; before, its slices that still
    /// wait for their payment (at most 100) are named, so that with what is burnt they make up the face. At most 100 entries a call.
    /// @param waiting All live slices in ascending order; none of a settled receivable.
    function releasePaid(bytes20 bank, ReceivableId id, SliceId[] calldata waiting) external;

    function exposureOf(
        bytes20 bank,
        Counterparty kind,
        bytes20 identity,
        uint8 currency
    ) external view returns (Exposure memory);

    /// @notice The first entry of a bank that has cents in [id's start, to).
    /// @return first Receivable and first cent of the entry.
    /// @return entry Its end is 0 if there is none.
    function entryOf(bytes20 bank, SliceId id, uint48 to) external view returns (SliceId first, ExposureEntry memory entry);
}
