// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title FalseReturningToken
/// @notice While told to, moves nothing and returns false where others revert. Test only.
contract FalseReturningToken is TestToken {
    bool private _refuses;

    constructor() TestToken("False-returning token", "FLS", 2) {}

    function setRefuses(bool refuses) external {
        _refuses = refuses;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return !_refuses && super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !_refuses && super.transferFrom(from, to, value);
    }
}
