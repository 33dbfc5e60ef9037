// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord } from "../libraries/ReceivableWord.sol";
import { SliceId } from "../libraries/SliceId.sol";

/// @notice What a later document is.
enum EvidenceKind {
    DeliveryReceipt,
    DebtorsNotice,
    Other
}

/// @title IEvidence
/// @notice Documents that come after confirmation: appended, never replaced, each with who and when. Hashes only.
interface IEvidence {
    event RegistryEntryRecorded(
        ReceivableId indexed id,
        address indexed by,
        bytes32 entryHash,
        uint16 entryDay,
        ReceivableWord word
    );
    event EvidenceAppended(
        ReceivableId indexed id,
        address indexed by,
        EvidenceKind indexed kind,
        bytes32 documentHash,
        uint16 documentDay
    );

    error Evidence_MissingHash(ReceivableId id);
    error Evidence_DayInFuture(uint16 day, uint16 today);
    error Evidence_NotParty(SliceId held, address caller);

    /// @notice A holder records that the receivable is entered in the movable-property registry, before its due day.
    /// @param held A slice of the receivable that the caller holds.
    /// @param entryHash Hash of the registry's number.
    /// @param entryDay Day of the entry; not in the future.
    function recordRegistryEntry(SliceId held, bytes32 entryHash, uint16 entryDay) external;

    /// @notice The obligor or a holder adds a document, until the receivable is settled.
    /// @param held A slice of the receivable; the caller holds it, or owes it.
    /// @param documentHash Hash of the document, salted like the document root's fields.
    /// @param documentDay Day the document bears; not in the future.
    function appendEvidence(SliceId held, EvidenceKind kind, bytes32 documentHash, uint16 documentDay) external;
}
