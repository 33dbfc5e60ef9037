// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Names one invoice between two organisations, for ever. 192 bits of a hash, so that a slice id can hold it.
type ReceivableId is uint192;

using { equals as == } for ReceivableId global;

/// @dev Version of the id's formula. A change of formula changes this, so old and new ids can never meet.
bytes32 constant RECEIVABLE_DOMAIN = keccak256("tallystick.receivable.v1");

/// @notice The id of an invoice: a hash of who owes, who is owed, and which invoice. Never of accounts or amounts.
/// @param obligor Identity of the organisation that owes (never its account, so a changed key changes no id).
/// @param creditor Identity of the organisation that issued the invoice.
/// @param invoiceKey Hash of the normalised invoice number and the year of issue.
function receivableIdOf(bytes20 obligor, bytes20 creditor, bytes32 invoiceKey) pure returns (ReceivableId) {
    return ReceivableId.wrap(uint192(uint256(keccak256(abi.encode(RECEIVABLE_DOMAIN, obligor, creditor, invoiceKey))) >> 64));
}

function equals(ReceivableId a, ReceivableId b) pure returns (bool) {
    return ReceivableId.unwrap(a) == ReceivableId.unwrap(b);
}
