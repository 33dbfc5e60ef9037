// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title RebasingToken
/// @notice Everybody's balance grows or shrinks by itself. Test only.
contract RebasingToken is TestToken {
    uint256 private constant WHOLE = 10_000;

    uint256 private _index = WHOLE;

    constructor() TestToken("Rebasing token", "REB", 2) {}

    /// @param index What a unit of the beginning is worth now, in ten-thousandths.
    function rebase(uint256 index) external {
        _index = index;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * _index) / WHOLE;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, (value * WHOLE) / _index);
    }
}
