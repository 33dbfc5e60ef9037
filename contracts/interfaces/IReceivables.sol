// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { ReceivableWord, Status } from "../libraries/ReceivableWord.sol";

/// @notice What a supplier registers and an obligor confirms. No text: hashes and figures only.
/// @param obligor Account of the organisation that owes.
/// @param invoiceKey Hash of the normalised invoice number and the year of issue.
/// @param face Amount owed, in the currency's minor unit; at least the policy's smallest slice.
/// @param dueDay Days since 1970-01-01 in the policy's time zone.
/// @param currency Index in the rulebook.
/// @param documentRoot Merkle root over the invoice's facts and the file's hash.
struct Terms {
    address obligor;
    bytes32 invoiceKey;
    uint48 face;
    uint16 dueDay;
    uint8 currency;
    bytes32 documentRoot;
}

/// @title IReceivables
/// @notice From an invoice to a confirmed receivable. Before confirmation only a hash of the terms is stored, so every call names them.
interface IReceivables {
    event ReceivableRegistered(
        ReceivableId indexed id,
        address indexed obligor,
        address indexed creditor,
        bytes32 invoiceKey,
        uint48 face,
        uint16 dueDay,
        uint8 currency,
        bytes32 documentRoot,
        ReceivableWord word
    );
    event ReceivableConfirmed(
        ReceivableId indexed id,
        address indexed obligor,
        address indexed creditor,
        bytes32 documentRoot,
        ReceivableWord word
    );
    event ReceivableRefused(ReceivableId indexed id, address indexed obligor, uint8 reason, ReceivableWord word);
    event ReceivableCancelled(ReceivableId indexed id, address indexed creditor, ReceivableWord word);

    error Receivables_StatusIs(ReceivableId id, Status status);
    error Receivables_TermsDiffer(ReceivableId id, bytes32 registered, bytes32 given);
    error Receivables_FaceTooSmall(uint48 face, uint48 smallest);
    error Receivables_TenorOutOfRange(uint16 dueDay, uint16 today, uint16 longestDays);
    error Receivables_ToSelf(address account);
    error Receivables_OtherInvoice(ReceivableId id, ReceivableId corrected);
    error Receivables_MissingHash(bytes32 invoiceKey, bytes32 documentRoot);
    error Receivables_NotObligor(address caller, address obligor);
    error Receivables_SignatureExpired(uint256 deadline, uint256 timestamp);
    error Receivables_SignatureInvalid(address obligor, bytes32 digest);
    error Receivables_ContractAccountRequired(address obligor, uint48 face, uint48 above);

    /// @notice The supplier enters an invoice. Refused if the id is registered, or was ever confirmed.
    function register(Terms calldata terms) external returns (ReceivableId id);

    /// @notice The obligor promises, irrevocably, to pay the face at maturity. Creates the first slice [0, face) for the creditor.
    /// @param creditor Account of the organisation that registered the invoice.
    /// @param terms The very terms registered; any difference reverts.
    /// @param policy Version in force.
    function confirm(address creditor, Terms calldata terms, uint16 policy) external returns (ReceivableId id);

    /// @notice As `confirm`, by the obligor's EIP-712 signature (key or ERC-1271). Anyone may submit it. Good once: it binds the round.
    function confirmBySignature(
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint256 deadline,
        bytes calldata signature
    ) external returns (ReceivableId id);

    /// @notice The creditor registers and, with the obligor's signature, confirms in one transaction.
    function registerAndConfirm(
        Terms calldata terms,
        uint16 policy,
        uint256 deadline,
        bytes calldata signature
    ) external returns (ReceivableId id);

    /// @notice The obligor refuses a registered invoice. The same creditor may register it again.
    /// @param reason 1 unknown invoice, 2 wrong amount, 3 wrong due date, 4 goods or services disputed, 5 already paid, 255 other.
    function refuse(address creditor, Terms calldata terms, uint8 reason) external;

    /// @notice The creditor takes back an invoice that is not confirmed.
    function cancel(Terms calldata terms) external;

    /// @notice The creditor replaces the terms of an invoice that is not confirmed; whatever was signed for the old ones is void.
    /// @param corrected Same obligor and invoice, other figures, day or document.
    function correct(Terms calldata terms, Terms calldata corrected) external returns (ReceivableId id);

    function receivableWordOf(ReceivableId id) external view returns (ReceivableWord);

    /// @notice The digest an obligor signs to confirm; `round` is the one the registration has or will get.
    function confirmationDigest(
        address creditor,
        Terms calldata terms,
        uint16 policy,
        uint16 round,
        uint256 deadline
    ) external view returns (bytes32);
}
