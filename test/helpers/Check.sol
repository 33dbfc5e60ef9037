// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Vm, vm as cheats } from "./Vm.sol";

/// @notice Comparisons whose failure says what was expected.
abstract contract Check {
    error Check_Differs(string what, uint256 actual, uint256 expected);
    error Check_Failed(string what);

    Vm internal constant vm = cheats;

    function same(uint256 actual, uint256 expected, string memory what) internal pure {
        require(actual == expected, Check_Differs(what, actual, expected));
    }

    function holds(bool condition, string memory what) internal pure {
        require(condition, Check_Failed(what));
    }
}
