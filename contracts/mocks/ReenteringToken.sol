// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title ReenteringToken
/// @notice Calls back whoever moves it, once it has been told what to call. Test only.
contract ReenteringToken is TestToken {
    address private _target;
    bytes private _call;
    /// @notice What the last call back returned or reverted with, and whether it went through.
    bytes public answer;
    bool public succeeded;

    constructor() TestToken("Reentering token", "REE", 2) {}

    function prepare(address target, bytes calldata call) external {
        (_target, _call) = (target, call);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_target == address(0)) return;
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, answer) = _target.call(_call);
    }
}
