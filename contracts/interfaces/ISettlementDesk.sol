// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @notice What an obligor has paid for one receivable from its due day on. One storage slot; amounts in minor units.
/// @param paid Face paid so far; the whole face when it is paid in full.
/// @param penalty Late-payment penalty paid so far.
/// @param held Collected and not yet paid out or set aside.
/// @param accrued Penalty of the periods that have ended: each payment of face after the days of grace ends one.
/// @param since Day on which the period under way began; 0: the due day.
/// @param parts Payments in part so far.
struct Collection {
    uint48 paid;
    uint56 penalty;
    uint56 held;
    uint56 accrued;
    uint16 since;
    uint24 parts;
}

/// @notice What is owed on a receivable today, in minor units.
struct Due {
    uint48 face;
    uint56 penalty;
    uint16 daysLate;
}

/// @title ISettlementDesk
/// @notice From the due day on the obligor pays, in full or in parts; whoever holds each cent at that moment is paid. Slices are burnt when
/// all is paid. Before the due day it pays the slices it names, at their face.
///
/// PARTS. A payment goes to the penalty first, then to the face. With D paid of the face F, the cents [s, e) have had
/// floor(D·e/F) − floor(D·s/F); the parts of a penalty are rounded down until the last payment, with which every slice has exactly its
/// face and its telescoped share of the penalty, whatever the payments and the splits were.
interface ISettlementDesk {
    /// @dev All that was owed.
    /// @param face Face paid by this payment; so with `penalty`.
    /// @param collected What stays with the desk for slices not yet paid out, in minor units.
    event ObligorPaid(
        ReceivableId indexed id,
        address indexed obligor,
        uint48 face,
        uint64 penalty,
        uint16 daysLate,
        uint64 collected
    );
    /// @param left Face still owed.
    event ObligorPaidPart(
        ReceivableId indexed id,
        address indexed obligor,
        uint48 face,
        uint64 penalty,
        uint16 daysLate,
        uint48 left,
        uint64 collected
    );
    /// @param face Face of the slices named, each of which has its own `SlicePaid`.
    event ObligorPaidEarly(ReceivableId indexed id, address indexed obligor, uint48 face);
    /// @param amount Face and penalty paid for the slice now, in minor units; netted, not transferred, when the obligor holds the slice.
    event SlicePaid(SliceId indexed id, address indexed holder, uint64 amount);
    /// @dev The payee could not receive; the amount waits for it.
    event SetAside(SliceId indexed id, address indexed holder, uint8 currency, uint64 amount);
    event Claimed(address indexed holder, uint8 indexed currency, address indexed to, uint64 amount);
    /// @dev The slice secures a loan: the amount waits for the desk that locked it, which pays lender and borrower.
    event SetAsideForLock(SliceId indexed id, uint8 indexed desk, address indexed holder, uint64 amount);
    event LockClaimed(SliceId indexed id, address indexed desk, uint64 amount);

    error Settlement_NotObligor(ReceivableId id, address caller, address obligor);
    error Settlement_AlreadyPaid(ReceivableId id);
    error Settlement_NotPaid(ReceivableId id);
    error Settlement_Overpaid(ReceivableId id, uint64 amount, uint64 due);
    error Settlement_NothingPaid(ReceivableId id);
    error Settlement_WordsMissing(uint256 ids, uint256 words);
    error Settlement_OtherReceivable(SliceId id, ReceivableId expected);
    error Settlement_CashMissing(address token, uint256 needed, uint256 balance, uint256 allowance);
    error Settlement_ShortReceipt(address token, uint256 expected, uint256 received);
    error Settlement_NothingToClaim(address holder, uint8 currency);
    error Settlement_NotAccountInForce(address account, address caller);
    error Settlement_NothingLocked(SliceId id, address desk);

    /// @notice The obligor pays all that is owed, on or after the due day. Slices named are paid and burnt at once; the money for the
    /// others is collected, and anyone pays it out with `payOut`. What the obligor holds itself of them is netted.
    /// @param ids Any of the receivable's live slices, none twice.
    function pay(ReceivableId id, SliceId[] calldata ids) external;

    /// @notice The obligor pays a part of what is owed, on or after the due day: penalty first, then face, telescoped over all cents. The
    /// whole of what is owed today is a payment in full.
    /// @param amount Minor units, what is netted included; 1 to what `dueOf` says.
    /// @param ids Slices that have their share at once, none twice; the others by `payOut`.
    function payPart(ReceivableId id, uint64 amount, SliceId[] calldata ids) external;

    /// @notice Before the due day the obligor pays the slices it names, at their face. They pass to it and are netted in the end.
    /// @param expected Their whole words: a slice cut or moved first is refused, and nothing is paid.
    function payEarly(ReceivableId id, SliceId[] calldata ids, SliceWord[] calldata expected) external;

    /// @notice Pays further slices what they have still to get of what the obligor has paid. Anyone may call.
    function payOut(ReceivableId id, SliceId[] calldata ids) external;

    /// @notice What was set aside for an account that could not receive goes where its account in force says: to itself, or to the
    /// successor after its key was lost.
    function claim(address account, uint8 currency, address to) external returns (uint64 amount);

    /// @notice The desk that had locked a slice draws what was paid for it.
    /// @return amount Minor units.
    /// @return holder Who held the slice when it was last paid, or its successor then: what no lender is owed is this account's.
    function claimLocked(SliceId id) external returns (uint64 amount, address holder);

    /// @notice What the obligor would have to pay now; on the whole face, so that what it holds itself, cents paid early included, counts
    /// and is netted when it names it. Nothing once settled.
    function dueOf(ReceivableId id) external view returns (Due memory);

    function collectionOf(ReceivableId id) external view returns (Collection memory);

    /// @notice Minor units waiting for a payee that could not receive.
    function setAsideOf(address holder, uint8 currency) external view returns (uint64);

    /// @notice Minor units waiting for the desk that had locked the slice.
    function lockedMoneyOf(SliceId id) external view returns (uint64);
}
