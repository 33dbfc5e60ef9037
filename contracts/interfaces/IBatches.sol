// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Terms } from "./IReceivables.sol";

/// @param creditor Account of the organisation that registered the invoice.
/// @param terms The very terms registered.
struct Confirmation {
    address creditor;
    Terms terms;
}

/// @title IBatches
/// @notice Many at once.
interface IBatches {
    /// @param refusal The custom error, encoded, for which this confirmation was refused.
    event ConfirmationFailed(address indexed obligor, address indexed creditor, bytes32 indexed invoiceKey, bytes refusal);

    error Batches_TooMany(uint256 given, uint256 most);
    /// @dev Not a refusal: the transaction's gas ran out at this item, so none of the batch is done.
    error Batches_OutOfGas(uint256 item);

    /// @notice The caller confirms up to 100 invoices, each accepted or refused on its own.
    /// @param policy Version in force.
    /// @return refusals For each item: empty if confirmed, else the custom error, encoded.
    function confirmMany(Confirmation[] calldata items, uint16 policy) external returns (bytes[] memory refusals);

    /// @notice The caller's calls to the ledger, one after the other in one transaction: all happen, or none.
    /// @param data Calls, encoded.
    /// @return results What each returned, encoded.
    function multicall(bytes[] calldata data) external returns (bytes[] memory results);
}
