// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ParticipantWord } from "../libraries/ParticipantWord.sol";
import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";

/// @notice What an organisation owes in one currency, in minor units. One storage slot.
/// @param amount Cents of its confirmed receivables that are not redeemed.
/// @param limit Most it may owe; 0: no limit was set.
struct Outstanding {
    uint96 amount;
    uint96 limit;
}

/// @title IObligors
/// @notice An obligor's standing: how much it owes and may owe, and whether something is overdue.
interface IObligors {
    event OutstandingLimitSet(bytes20 indexed identity, uint8 indexed currency, address indexed by, uint96 limit);
    /// @param overdue How many of the organisation's receivables are now reported overdue.
    /// @param account The account in force of the obligor's organisation.
    /// @param standing That account's word.
    event ReceivableOverdue(
        ReceivableId indexed id,
        address indexed account,
        address indexed by,
        uint32 overdue,
        ReceivableWord word,
        ParticipantWord standing
    );
    event ReceivableDefaulted(ReceivableId indexed id, address indexed account, address indexed by, ReceivableWord word);
    event ReceivableWrittenOff(
        ReceivableId indexed id,
        address indexed account,
        address indexed by,
        bytes32 document,
        ReceivableWord word
    );
    event ReceivableCured(
        ReceivableId indexed id,
        address indexed account,
        uint32 overdue,
        ReceivableWord word,
        ParticipantWord standing
    );

    error Obligors_LimitExceeded(address obligor, uint8 currency, uint96 outstanding, uint48 face, uint96 limit);
    error Obligors_IssuanceStopped(address obligor, ParticipantWord word);
    error Obligors_NotOverdue(ReceivableId id, uint16 lastDay, uint16 today);
    error Obligors_AlreadyReported(ReceivableId id);
    error Obligors_AlreadyPaid(ReceivableId id);
    error Obligors_NotReported(ReceivableId id, ReceivableWord word);
    error Obligors_NotInDefault(ReceivableId id, uint16 lastDay, uint16 today);
    error Obligors_NotDefaulted(ReceivableId id, ReceivableWord word);
    error Obligors_DocumentMissing();
    error Obligors_UnknownIdentity(bytes20 identity);

    /// @notice Sets the most an organisation may owe in a currency, in minor units; 0 lifts the limit. What it owes already stays.
    /// Through the AccessManager only (operator).
    function setOutstandingLimit(bytes20 identity, uint8 currency, uint96 limit) external;

    /// @notice Anyone reports that a receivable is unpaid after its due day and the days of grace; the chain checks. Where the policy
    /// says so, its obligor confirms nothing until it is cured by payment.
    function reportOverdue(ReceivableId id) external;

    /// @notice Anyone declares the default of a receivable that was reported overdue and is not paid in full after the policy's
    /// `defaultDays`. Banks may then claim recourse. Payment in full cures it.
    function declareDefault(ReceivableId id) external;

    /// @notice A receivable in default is no longer counted on: it leaves the obligor's outstanding amount. Its slices stay, and so does
    /// the obligor's overdue mark; what is still paid reaches the holders, and payment in full settles and cures it. Through the
    /// AccessManager only (supervisor).
    /// @param document Hash of the document that says why (a court's closing order, say); not 0.
    function writeOff(ReceivableId id, bytes32 document) external;

    function outstandingOf(bytes20 identity, uint8 currency) external view returns (Outstanding memory);

    /// @notice How many receivables of the organisation are reported overdue and not yet cured.
    function overdueOf(bytes20 identity) external view returns (uint32);
}
