// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @title ISliceMetadata
/// @notice What wallets and explorers show of a slice.
interface ISliceMetadata {
    /// @notice JSON with a picture, as a data URI: range, face, due date and state; no name, number or document.
    /// Reads the slice from the calling ledger.
    function tokenURI(SliceId id) external view returns (string memory);
}
