// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { SliceId } from "../libraries/SliceId.sol";

/// @title IRecourseDesk
/// @notice Which cents a bank may give back to their seller if the obligor does not pay.
interface IRecourseDesk {
    /// @notice A desk with POWER_FINANCE records a slice that it has moved from `seller` to `bank` with recourse.
    /// @param end First cent after the slice.
    function record(SliceId id, uint48 end, address seller, address bank) external;
}
