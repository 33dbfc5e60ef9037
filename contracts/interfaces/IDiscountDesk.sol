// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DayCount } from "../libraries/Calendar.sol";
import { SliceId } from "../libraries/SliceId.sol";

/// @notice The rate for tenors up to a number of days.
/// @param longestDays Most days from the value date to the due day, counted by the offer's convention.
/// @param ratePpm Yearly discount rate in parts per million: 3.85 % = 38 500. `ratePpm · longestDays < dayBase · 10^6`.
struct RateTier {
    uint16 longestDays;
    uint24 ratePpm;
}

/// @notice What a bank offers. Stored only as a hash, so it can't change, and whoever takes the offer hands it in.
/// @param currency Index in the rulebook.
/// @param dayCount How days are counted for tenor and discount.
/// @param dayBase Days of the rate's year, 360 or 365.
/// @param withRecourse If the obligor does not pay, the bank may turn to the seller; see IRecourseDesk.
/// @param limited The bank's exposure limits apply; see IExposureBook.
/// @param startsAt First second at which it may be taken.
/// @param expiresAt Last second at which it may be taken.
/// @param smallestFace Smallest face of one purchase, in minor units; not 0.
/// @param largestFace Largest face of one purchase.
/// @param sellerLimit Most face bought of one organisation in all; 0 for no such limit.
/// @param tiers 1 to 12, the shortest tenor first.
/// @param obligors 1 to 32 accounts whose receivables it buys. An account that replaced another stands for it, not the other way round.
struct OfferTerms {
    uint8 currency;
    DayCount dayCount;
    uint16 dayBase;
    bool withRecourse;
    bool limited;
    uint40 startsAt;
    uint40 expiresAt;
    uint48 smallestFace;
    uint48 largestFace;
    uint48 sellerLimit;
    RateTier[] tiers;
    address[] obligors;
}

/// @notice What is stored of an offer, in two slots.
/// @param commitment First 240 bits of keccak256 of the ABI-encoded terms.
/// @param paused Can't be taken until the bank resumes it.
/// @param withdrawn Can't be taken any more.
/// @param bank Who buys, and pays from its own balance by allowance to the desk.
/// @param limit Most face, in minor units, that it buys in all.
/// @param used Face bought so far.
struct StandingOffer {
    bytes30 commitment;
    bool paused;
    bool withdrawn;
    address bank;
    uint48 limit;
    uint48 used;
}

/// @notice An offer that the seller names, with its terms.
struct NamedOffer {
    uint256 offerId;
    OfferTerms terms;
}

/// @notice What the caller wants to sell of one slice.
/// @param cash 0 to sell the whole slice; else the cash needed: the smallest tail whose net is at least that is cut and sold. If it is
/// smaller than the ledger's smallest slice, one of that size is; if what stays would be, the whole slice is.
/// @param leastNet Least cash accepted: what the screen showed.
/// @param mostFace Most face given for the cash needed, what the screen showed; the whole slice is sold for it only if within this.
struct Sale {
    SliceId id;
    uint48 cash;
    uint48 leastNet;
    uint48 mostFace;
}

/// @notice What an offer pays today.
/// @param face Face sold.
/// @param daysToRun Days from the value date to the due day, by the offer's convention.
/// @param discount `roundHalfUp(face · rate · days / (base · 10^6))`, in minor units.
/// @param net `face − discount`, in minor units.
struct Price {
    uint48 face;
    uint16 daysToRun;
    uint48 discount;
    uint48 net;
}

/// @title IDiscountDesk
/// @notice Banks post standing offers; a holder takes them: slices to the bank, cash to the holder, in one transaction.
/// The desk keeps no cash and no slice. It moves slices only of holders that enabled it in the ledger.
interface IDiscountDesk {
    event OfferPosted(uint256 indexed offerId, address indexed bank, uint48 limit, OfferTerms terms);
    event OfferRaised(uint256 indexed offerId, address indexed bank, uint48 limit);
    event OfferPaused(uint256 indexed offerId, address indexed bank);
    event OfferResumed(uint256 indexed offerId, address indexed bank);
    event OfferWithdrawn(uint256 indexed offerId, address indexed bank);
    /// @param id What was sold: the slice, or the part cut off its tail.
    /// @param used Face the offer has bought so far, this purchase included.
    /// @param named How many offers the seller named: with the terms of all, an index can say whether a better one was open.
    event Discounted(
        SliceId indexed id,
        uint256 indexed offerId,
        address indexed seller,
        address bank,
        Price price,
        uint24 ratePpm,
        uint48 used,
        uint8 named
    );

    error Discount_TierCount(uint256 given, uint256 most);
    error Discount_TiersNotAscending(uint256 index, uint16 longestDays);
    /// @dev At its longest tenor the tier's discount would be all of the face.
    error Discount_RateTooHigh(uint256 index, uint16 longestDays, uint24 ratePpm);
    error Discount_ObligorCount(uint256 given, uint256 most);
    error Discount_DayBaseInvalid(uint16 dayBase);
    error Discount_FacesInvalid(uint48 smallestFace, uint48 largestFace, uint48 sellerLimit, uint48 limit);
    error Discount_TimesInvalid(uint40 startsAt, uint40 expiresAt, uint256 timestamp);
    error Discount_OfferUnknown(uint256 offerId);
    error Discount_OtherTerms(uint256 offerId, bytes30 given, bytes30 committed);
    error Discount_NotBank(uint256 offerId, address caller, address bank);
    error Discount_LimitNotRaised(uint256 offerId, uint48 given, uint48 limit);
    error Discount_OfferNotPaused(uint256 offerId);
    error Discount_OfferIsPaused(uint256 offerId);
    error Discount_OfferIsWithdrawn(uint256 offerId);
    error Discount_OfferNotStarted(uint256 offerId, uint40 startsAt, uint256 timestamp);
    error Discount_OfferExpired(uint256 offerId, uint40 expiresAt, uint256 timestamp);
    error Discount_SaleCount(uint256 given, uint256 most);
    error Discount_OfferCount(uint256 given, uint256 most);
    /// @dev Offers with and without recourse in one call: which the seller gets would be an accident.
    error Discount_MixedRecourse(uint256 first, uint256 other);
    error Discount_NotSeller(SliceId id, address caller, address holder);
    error Discount_OtherCurrency(SliceId id, uint8 offered, uint8 actual);
    error Discount_OtherObligor(SliceId id, uint256 offerId, address obligor);
    error Discount_TenorTooLong(SliceId id, uint16 daysToRun, uint16 longest);
    error Discount_FaceTooSmall(SliceId id, uint48 face, uint48 smallest);
    error Discount_FaceTooLarge(SliceId id, uint48 face, uint48 largest);
    error Discount_LimitExceeded(SliceId id, uint256 offerId, uint48 face, uint48 left);
    error Discount_SellerLimitExceeded(SliceId id, uint256 offerId, uint48 face, uint48 left);
    /// @dev A sale so small that its discount rounds to nothing would be a loan for free.
    error Discount_RoundsToNothing(SliceId id, uint48 face, uint48 net);
    error Discount_NetTooLow(SliceId id, uint48 net, uint48 least);
    error Discount_MoreFaceThanAllowed(SliceId id, uint48 face, uint48 most);
    /// @dev The token took a fee, or did nothing.
    error Discount_ShortReceipt(address token, uint256 expected, uint256 received);

    /// @notice Posts an offer in the caller's name. The caller must be a bank in good standing when the offer is taken; its cash is checked
    /// then too.
    /// @param limit Most face, in minor units, that it buys in all; at least the smallest face.
    function postOffer(OfferTerms calldata terms, uint48 limit) external returns (uint256 offerId);

    /// @notice The bank raises what the offer buys in all. Here and below the bank is its account in force.
    function raiseOffer(uint256 offerId, uint48 limit) external;

    /// @notice The bank's offer can't be taken until it resumes it.
    function pauseOffer(uint256 offerId) external;

    function resumeOffer(uint256 offerId) external;

    /// @notice The bank takes its offer back, at once and for good.
    function withdrawOffer(uint256 offerId) external;

    /// @notice The caller sells its whole slice at an offer's terms, or nothing happens.
    /// @param leastNet Least cash accepted, in minor units: what the screen showed.
    function take(
        SliceId id,
        OfferTerms calldata terms,
        uint256 offerId,
        uint48 leastNet
    ) external returns (Price memory price);

    /// @notice The caller sells slices or parts, each to the best of the offers it names, or nothing happens. Best is who takes the fewest
    /// cents, which differs only for cash needed, then who pays the most, then who is named first. An offer that does not fit a
    /// slice (time, obligor, currency, tenor, face, limits) is passed over; if none fits, the call reverts with the first one's reason.
    /// Whether a bank may act, has the cash, and is within its exposure limits is not looked at before: if the best one fails, all does.
    /// @param sales 1 to 20, sold in the order given.
    /// @param offers 1 to 16, all with recourse or all without.
    function takeBest(Sale[] calldata sales, NamedOffer[] calldata offers) external returns (Price[] memory prices);

    /// @notice What an offer with these terms would pay now for a slice or, with `cash`, for the part sold for it. By the formula alone: it
    /// does not say whether the offer has room or the parties may act, and where even the whole slice pays less than `cash`, it says
    /// what that pays. Reverts for another currency or obligor and for a longer tenor.
    function quote(SliceId id, uint48 cash, OfferTerms calldata terms) external view returns (Price memory price);

    function offerOf(uint256 offerId) external view returns (StandingOffer memory);

    /// @notice Face that an offer with a limit for each seller has bought of an organisation.
    function boughtOf(uint256 offerId, bytes20 seller) external view returns (uint48);
}
