// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";
import { Price } from "./IDiscountDesk.sol";

/// @notice One step of an obligor's sliding scale.
/// @param longestDays Most days by which a payment is accelerated at this rate; above the step before.
/// @param ratePpm Yearly discount rate in parts per million: 3.85 % = 38 500. At most 16 777 215; 0 pays the face.
struct Tier {
    uint16 longestDays;
    uint24 ratePpm;
}

/// @notice An obligor's programme to pay early with its own cash. Two storage slots beside its tiers; once it is posted only `budget`
/// (upwards), `spent`, `paused` and `withdrawn` change.
/// @param obligor Who pays, from its own balance by allowance to the desk.
/// @param startsAt First second at which it may be accepted.
/// @param expiresAt Last second at which it may be accepted.
/// @param currency Index in the rulebook; its day count and base count here.
/// @param forAll Any holder may accept; else only those invited.
/// @param paused The obligor has stopped it for the time being.
/// @param withdrawn The obligor has ended it.
/// @param budget Most cash, in minor units, that is paid in all.
/// @param spent Cash paid so far.
/// @param smallestFace Smallest slice that is paid early, in minor units.
struct Programme {
    address obligor;
    uint32 startsAt;
    uint32 expiresAt;
    uint8 currency;
    bool forAll;
    bool paused;
    bool withdrawn;
    uint64 budget;
    uint64 spent;
    uint48 smallestFace;
}

/// @title IEarlyPaymentDesk
/// @notice Dynamic discounting: the obligor posts a sliding scale for paying early with its own cash; a holder accepts; the cents retire.
/// The desk keeps no cash and no slice. It retires slices only of holders that enabled it in the ledger.
///
/// TERMS. A programme's rates, currency, term and smallest face never change: better or worse ones are a new programme with another id.
///
/// KEYS. A programme ends with its obligor's account: when that is replaced, the account in force posts its own.
interface IEarlyPaymentDesk {
    event ProgrammePosted(uint256 indexed programmeId, address indexed obligor, Programme programme, Tier[] tiers);
    event ProgrammeBudgetRaised(uint256 indexed programmeId, address indexed obligor, uint64 budget, uint64 spent);
    event ProgrammePaused(uint256 indexed programmeId, address indexed obligor);
    event ProgrammeResumed(uint256 indexed programmeId, address indexed obligor);
    event ProgrammeWithdrawn(uint256 indexed programmeId, address indexed obligor);
    event HolderInvited(uint256 indexed programmeId, address indexed holder, bytes20 indexed identity, bool invited);
    event PaidEarly(
        SliceId indexed id,
        uint256 indexed programmeId,
        address indexed holder,
        address obligor,
        Price price,
        uint24 ratePpm,
        uint64 spent
    );

    error Early_ProgrammeUnknown(uint256 programmeId);
    error Early_ProgrammeInvalid(uint32 startsAt, uint32 expiresAt, uint64 budget, uint48 smallestFace);
    error Early_TierCount(uint256 given, uint256 most);
    error Early_TiersNotAscending(uint256 index, uint16 longestDays);
    error Early_TooManyInvited(uint256 given, uint256 most);
    error Early_ProgrammeNotStarted(uint256 programmeId, uint32 startsAt, uint256 timestamp);
    error Early_ProgrammeExpired(uint256 programmeId, uint32 expiresAt, uint256 timestamp);
    error Early_ProgrammeIsPaused(uint256 programmeId);
    error Early_ProgrammeIsWithdrawn(uint256 programmeId);
    error Early_NotObligor(uint256 programmeId, address caller, address obligor);
    error Early_NotHolder(SliceId id, address caller, address holder);
    error Early_NotInvited(uint256 programmeId, address holder);
    /// @dev Owed by another organisation, or the obligor's account was replaced after it had posted the programme.
    error Early_OtherObligor(address programmed, address actual);
    error Early_OtherCurrency(uint8 programmed, uint8 actual);
    error Early_FaceTooSmall(uint48 face, uint48 smallest);
    error Early_TooEarly(uint256 daysAccelerated, uint16 longest);
    /// @dev The slice is so small that its discount would round to nothing.
    error Early_NoDiscount(uint48 face, uint24 ratePpm, uint256 daysAccelerated);
    error Early_NetTooLow(uint48 net, uint48 least);
    error Early_BudgetExceeded(uint256 programmeId, uint48 net, uint64 left);
    error Early_ShortReceipt(address token, uint256 expected, uint256 received);

    /// @notice Posts a programme in the caller's name, an obligor in good standing. `obligor`, `paused`, `withdrawn` and `spent` given are
    /// ignored. Its cash is checked when a holder accepts.
    /// @param tiers 1 to 12, ascending by days.
    function post(Programme calldata offered, Tier[] calldata tiers) external returns (uint256 programmeId);

    /// @notice The obligor adds to the budget.
    /// @param more Minor units.
    function raiseBudget(uint256 programmeId, uint64 more) external;

    /// @notice The obligor says which holders may accept a programme that is not for all. An invitation is an organisation's and follows it
    /// to a new account. At most 100 at once.
    function invite(uint256 programmeId, address[] calldata holders, bool invited) external;

    /// @notice The obligor stops its programme, at once, until it resumes it.
    function pause(uint256 programmeId) external;

    /// @notice The obligor lets a paused programme go on.
    function resume(uint256 programmeId) external;

    /// @notice The obligor ends its programme, at once and for good.
    function withdraw(uint256 programmeId) external;

    /// @notice Before the due day the caller gives its whole slice back to the obligor for cash, or nothing happens. The cents retire.
    /// @param leastNet Least cash accepted, in minor units: what the screen showed.
    function accept(SliceId id, uint256 programmeId, uint48 leastNet) external returns (Price memory price);

    /// @notice What `accept` would pay now by the scale alone; it does not say whether the parties may act or the budget suffices.
    function quote(SliceId id, uint256 programmeId) external view returns (Price memory price);

    /// @notice A programme and its scale; all zero if there is none with this id.
    function programmeOf(uint256 programmeId) external view returns (Programme memory programme, Tier[] memory tiers);

    function isInvited(uint256 programmeId, address holder) external view returns (bool);
}
