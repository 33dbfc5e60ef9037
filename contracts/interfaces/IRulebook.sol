// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { DayCount } from "../libraries/Calendar.sol";

/// @notice One version of the rules. A receivable keeps the version it was confirmed under. One storage slot.
/// @param tenorSoftDays Above this tenor the bank records a justification.
/// @param tenorHardDays Longest tenor from confirmation to the due day.
/// @param maxHops Most payments from holder to holder that a cent may pass through.
/// @param minSlice Smallest slice, in minor units.
/// @param maxSlices Bounds the number of slices: none is smaller than ceil(face / maxSlices).
/// @param graceDays Paid within so many days after the due day: no penalty.
/// @param defaultDays A receivable reported overdue and still unpaid so many days after the due day is in default; at least `graceDays`.
/// @param penaltyPpmPerDay Late-payment penalty in parts per million a day, counted from the day after the due day.
/// @param utcOffsetHours Time zone in which days begin and end, −12 to 14.
/// @param requireRegistry A slice is financed only after the movable-property registry's entry is recorded.
/// @param stopIssuance An obligor with a receivable reported overdue may not confirm.
/// @param consentAllowed A payee may give standing consent; if not, each transfer waits for its payee's word.
/// @param contractAbove Above this face, in minor units, only a contract account (a Safe, say) confirms; 0: a key may confirm any.
/// @param effectiveFrom Second from which the version is in force.
/// @param supersededAt Second from which the next version is in force; 0 while there is none.
struct Policy {
    uint16 tenorSoftDays;
    uint16 tenorHardDays;
    uint8 maxHops;
    uint24 minSlice;
    uint16 maxSlices;
    uint8 graceDays;
    uint8 defaultDays;
    uint24 penaltyPpmPerDay;
    int8 utcOffsetHours;
    bool requireRegistry;
    bool stopIssuance;
    bool consentAllowed;
    uint40 contractAbove;
    uint32 effectiveFrom;
    uint32 supersededAt;
}

/// @notice A currency and the token that pays it. One storage slot.
/// @param token Any well-behaved ERC-20.
/// @param tokenDecimals The token's decimals; at least `minorDigits`.
/// @param minorDigits Digits of the currency's minor unit, the unit of every amount here (2 for cents and fen).
/// @param dayCount How days are counted for interest in this currency.
/// @param dayBase Days of the rate's year, 360 or 365.
/// @param code ISO 4217 code, three capital letters.
struct Currency {
    address token;
    uint8 tokenDecimals;
    uint8 minorDigits;
    DayCount dayCount;
    uint16 dayBase;
    bytes3 code;
}

/// @notice A desk's standing. One storage slot.
/// @param index 1 to 31; the bit in a participant's word. 0: not a desk.
/// @param powers What it may do; see the POWER constants.
struct Desk {
    uint8 index;
    uint8 powers;
}

/// @dev May move a slice before its due day, from a holder that enabled the desk.
uint8 constant POWER_FINANCE = 1 << 0;
/// @dev May burn slices it has paid, from the due day on; before it, pass to the obligor slices paid in full.
uint8 constant POWER_SETTLE = 1 << 1;
/// @dev May pass to the obligor slices it has paid early for less, of holders that enabled the desk.
uint8 constant POWER_RETIRE = 1 << 2;
/// @dev May lock slices of holders that enabled the desk, and give what it has locked back or to a bank.
uint8 constant POWER_LOCK = 1 << 3;
/// @dev May give slices of a receivable in default back to an earlier holder, from banks that enabled the desk.
uint8 constant POWER_RECOURSE = 1 << 4;
uint8 constant POWERS_ALL = POWER_FINANCE | POWER_SETTLE | POWER_RETIRE | POWER_LOCK | POWER_RECOURSE;

/// @title IRuleTables
/// @notice Policies, currencies and desks: append-only tables that the rules read.
interface IRuleTables {
    error Rulebook_PolicyNotInForce(uint16 version, uint256 timestamp);
    error Rulebook_CurrencyUnknown(uint8 index);
    error Rulebook_DeskUnknown(address desk);
    error Rulebook_DeskLacksPower(address desk, uint8 powers, uint8 needed);

    /// @notice All zero if there is no such version.
    function policyOf(uint16 version) external view returns (Policy memory);

    /// @notice Reverts with `Rulebook_CurrencyUnknown`.
    function currencyOf(uint8 index) external view returns (Currency memory);

    function deskOf(address desk) external view returns (Desk memory);
}

/// @title IRulebook
/// @notice How the tables grow. Through the AccessManager only, announced beforehand, called by the person who announced it: each
/// change says who, and why.
interface IRulebook {
    event PolicyAdded(uint16 indexed version, address indexed by, bytes32 decision, Policy policy);
    event CurrencyAdded(uint8 indexed index, address indexed by, bytes32 decision, Currency currency);
    event DeskAdmitted(uint8 indexed index, address indexed desk, address indexed by, bytes32 decision, uint8 powers);
    event DeskRemoved(uint8 indexed index, address indexed desk, address indexed by, bytes32 decision);

    error Rulebook_PolicyInvalid(uint16 version);
    error Rulebook_PolicyInPast(uint32 effectiveFrom, uint256 earliest);
    error Rulebook_CurrencyInvalid(address token, uint8 tokenDecimals, uint8 minorDigits, uint16 dayBase);
    /// @dev No trial of the token has passed; see ITokenProbe.
    error Rulebook_CurrencyNotTried(address token);
    error Rulebook_TablesFull();
    error Rulebook_DeskKnown(address desk);
    error Rulebook_DeskInvalid(address desk, uint8 powers);
    error Rulebook_DecisionMissing();
    /// @dev Any officer's call, here or elsewhere, that comes by way of the AccessManager, so that nobody would know who did it: call the
    /// ledger directly.
    error Rulebook_CallerUnknown(address authority);

    /// @notice Appends a version. `supersededAt` is ignored; `effectiveFrom` is 0 for at once, or lies neither in the
    /// past nor before the last version's.
    /// @param decision Hash of the document that says why; here and below not 0.
    function addPolicy(Policy calldata added, bytes32 decision) external returns (uint16 version);

    /// @notice Appends a currency whose token has passed a trial. Reads the token's decimals; `tokenDecimals` given is ignored.
    function addCurrency(Currency calldata added, bytes32 decision) external returns (uint8 index);

    /// @notice Admits a desk. The AccessManager delays this call; removal is immediate. A removed desk may be admitted again, under its
    /// index, to settle only: what it has collected would else be nobody's to pay out.
    /// @param powers Any of the POWER bits, at least one.
    function admitDesk(address desk, uint8 powers, bytes32 decision) external returns (uint8 index);

    /// @notice Takes all powers from a desk at once. Its index is never given to another.
    function removeDesk(address desk, bytes32 decision) external;

    /// @notice The ITokenProbe that tries tokens before they become currencies; fixed with the ledger's code.
    function probe() external view returns (address);

    /// @notice The latest version; it may not yet be in force.
    function latestPolicy() external view returns (uint16 version);
}
