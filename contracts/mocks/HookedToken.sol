// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title HookedToken
/// @notice A currency's token that calls somebody in the middle of each transfer, or answers false instead of reverting. Test only.
contract HookedToken is TestToken {
    address private _target;
    bytes private _call;
    bool private _refuses;
    /// @notice What the last call returned or reverted with, and whether it went through.
    bytes public answer;
    bool public succeeded;

    constructor() TestToken("Hooked token", "HKD", 2) {}

    /// @param target Whom to call in each transfer from now on; nobody if 0.
    function prepare(address target, bytes calldata call) external {
        (_target, _call) = (target, call);
    }

    /// @notice From now on no transfer moves anything, and each answers false.
    function setRefuses(bool refuses) external {
        _refuses = refuses;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return !_refuses && super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !_refuses && super.transferFrom(from, to, value);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_target == address(0) || from == address(0)) return;
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, answer) = _target.call(_call);
    }
}
