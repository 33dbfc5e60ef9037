// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "./ReceivableId.sol";

/// @notice `receivableId << 64 | start`: which receivable, and the first of its cents that the slice holds. It is the ERC-721 token id.
type SliceId is uint256;

using { receivable, start, raw } for SliceId global;

/// @param first First cent of the slice, counted from 0.
function sliceIdOf(ReceivableId id, uint48 first) pure returns (SliceId) {
    return SliceId.wrap((uint256(ReceivableId.unwrap(id)) << 64) | first);
}

function receivable(SliceId id) pure returns (ReceivableId) {
    return ReceivableId.wrap(uint192(SliceId.unwrap(id) >> 64));
}

/// @dev Bits 48 to 63 are zero in every id the ledger makes; an id with any of them set names no slice.
function start(SliceId id) pure returns (uint48) {
    return uint48(SliceId.unwrap(id));
}

function raw(SliceId id) pure returns (uint256) {
    return SliceId.unwrap(id);
}
