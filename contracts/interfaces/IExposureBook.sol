// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @title IExposureBook
/// @notice What banks have funded, against the limits they set.
interface IExposureBook {
    /// @notice An admitted desk records what a bank funds. Reverts if one of the bank's limits would be exceeded.
    /// @param end First cent after the slice.
    function record(address bank, SliceId id, uint48 end, address obligor, address seller, uint8 currency) external;
}
