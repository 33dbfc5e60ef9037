// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { SliceId } from "../libraries/SliceId.sol";

/// @notice What an obligor has paid for one receivable. One storage slot.
/// @param paid Face paid, in minor units; the whole face, or 0.
/// @param penalty Late-payment penalty paid, in minor units.
/// @param held Minor units collected and not yet paid out or set aside.
struct Collection {
    uint48 paid;
    uint64 penalty;
    uint64 held;
}

/// @title ISettlementDesk
/// @notice From the due day on the obligor pays; whoever holds each cent at that moment is paid, and the slice is burnt.
interface ISettlementDesk {
    /// @param collected What stays with the desk for slices not yet paid out, in minor units.
    event ObligorPaid(
        ReceivableId indexed id,
        address indexed obligor,
        uint48 face,
        uint64 penalty,
        uint16 daysLate,
        uint64 collected
    );
    /// @param amount Face and penalty of the slice, in minor units; netted, not transferred, when the obligor holds the slice.
    event SlicePaid(SliceId indexed id, address indexed holder, uint64 amount);
    /// @dev The payee could not receive; the amount waits for it.
    event SetAside(SliceId indexed id, address indexed holder, uint8 currency, uint64 amount);
    event Claimed(address indexed holder, uint8 indexed currency, address indexed to, uint64 amount);

    error Settlement_NotObligor(ReceivableId id, address caller, address obligor);
    error Settlement_AlreadyPaid(ReceivableId id);
    error Settlement_NotPaid(ReceivableId id);
    error Settlement_CashMissing(address token, uint256 needed, uint256 balance, uint256 allowance);
    error Settlement_ShortReceipt(address token, uint256 expected, uint256 received);
    error Settlement_NothingToClaim(address holder, uint8 currency);

    /// @notice The obligor pays face and penalty in full, on or after the due day. Slices named are paid and burnt at once;
    /// the money for the others is collected, and anyone pays it out with `payOut`.
    /// @param ids Any of the receivable's live slices, none twice.
    function pay(ReceivableId id, SliceId[] calldata ids) external;

    /// @notice Pays further slices of a receivable its obligor has paid. Anyone may call.
    function payOut(ReceivableId id, SliceId[] calldata ids) external;

    /// @notice The caller takes what was set aside for it, to an account that can receive.
    function claim(uint8 currency, address to) external returns (uint64 amount);

    /// @notice What the obligor would have to pay now: face and penalty.
    function dueOf(ReceivableId id) external view returns (uint48 face, uint64 penalty, uint16 daysLate);

    function collectionOf(ReceivableId id) external view returns (Collection memory);

    /// @notice Minor units waiting for a payee that could not receive.
    function setAsideOf(address holder, uint8 currency) external view returns (uint64);
}
