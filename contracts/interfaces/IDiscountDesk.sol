// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @notice A bank's standing offer to discount slices of one obligor. Three storage slots; only `used` and `withdrawn` change.
/// @param bank Who buys, and pays from its own balance by allowance to the desk.
/// @param expiresAt Last second at which it may be taken.
/// @param ratePpm Yearly discount rate in parts per million: 3.85 % = 38 500. At most 16 777 215.
/// @param longestTenor Most days from the value date to the due day.
/// @param currency Index in the rulebook.
/// @param withdrawn The bank has taken it back.
/// @param obligor Whose receivables it buys.
/// @param limit Most face, in minor units, that it buys in all.
/// @param used Face bought so far.
/// @param smallestFace Smallest slice it buys.
struct StandingOffer {
    address bank;
    uint32 expiresAt;
    uint24 ratePpm;
    uint16 longestTenor;
    uint8 currency;
    bool withdrawn;
    address obligor;
    uint48 limit;
    uint48 used;
    uint48 smallestFace;
}

/// @notice What an offer pays for a slice today.
/// @param daysToRun Days from the value date to the due day, by the currency's day count.
/// @param discount `roundHalfUp(face · rate · days / (base · 10^6))`, in minor units.
/// @param net `face − discount`, in minor units.
struct Price {
    uint48 face;
    uint16 daysToRun;
    uint48 discount;
    uint48 net;
}

/// @title IDiscountDesk
/// @notice Banks post standing offers; a holder takes one: slice to the bank, cash to the holder, in one transaction.
/// The desk keeps no cash and no slice. It moves slices only of holders that enabled it in the ledger.
interface IDiscountDesk {
    event OfferPosted(uint256 indexed offerId, address indexed bank, address indexed obligor, StandingOffer offer);
    event OfferWithdrawn(uint256 indexed offerId, address indexed bank);
    event Discounted(
        SliceId indexed id,
        uint256 indexed offerId,
        address indexed seller,
        address bank,
        Price price,
        uint24 ratePpm,
        uint48 used
    );

    error Discount_OfferUnknown(uint256 offerId);
    error Discount_OfferInvalid(uint32 expiresAt, uint16 longestTenor, uint48 limit, uint48 smallestFace);
    error Discount_OfferExpired(uint256 offerId, uint32 expiresAt, uint256 timestamp);
    error Discount_OfferIsWithdrawn(uint256 offerId);
    error Discount_NotBank(uint256 offerId, address caller, address bank);
    error Discount_NotSeller(SliceId id, address caller, address holder);
    error Discount_OtherObligor(address offered, address actual);
    error Discount_OtherCurrency(uint8 offered, uint8 actual);
    error Discount_FaceTooSmall(uint48 face, uint48 smallest);
    error Discount_TenorTooLong(uint256 daysToRun, uint16 longest);
    error Discount_LimitExceeded(uint256 offerId, uint48 face, uint48 left);
    error Discount_NetTooLow(uint48 net, uint48 least);

    /// @notice Posts an offer in the caller's name. `bank`, `used` and `withdrawn` given are ignored.
    /// The caller must be a bank in good standing when the offer is taken; its cash is checked then too.
    function postOffer(StandingOffer calldata offered) external returns (uint256 offerId);

    /// @notice The bank takes its offer back, at once.
    function withdrawOffer(uint256 offerId) external;

    /// @notice The caller sells its whole slice at an offer's terms, or nothing happens.
    /// @param leastNet Least cash accepted, in minor units: what the screen showed.
    function take(SliceId id, uint256 offerId, uint48 leastNet) external returns (Price memory price);

    /// @notice What `take` would pay now by the formula alone; it does not say whether the parties may act.
    function quote(SliceId id, uint256 offerId) external view returns (Price memory price);

    function offerOf(uint256 offerId) external view returns (StandingOffer memory);
}
