// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title FeeToken
/// @notice Takes a share of each transfer, from what arrives or on top of it from the sender. Test only.
contract FeeToken is TestToken {
    uint256 private constant WHOLE = 10_000;

    uint256 private _fee;
    bool private _onTop;
    bool private _sparesSelf;

    constructor() TestToken("Fee token", "FEE", 2) {}

    /// @param fee Hundredths of a percent of each transfer, rounded down.
    function setFee(uint256 fee, bool onTop) external {
        (_fee, _onTop) = (fee, onTop);
    }

    /// @notice From then on a transfer to oneself costs nothing.
    function spareSelf() external {
        _sparesSelf = true;
    }

    function _update(address from, address to, uint256 value) internal override {
        bool free = from == address(0) || to == address(0) || (from == to && _sparesSelf);
        uint256 fee = free ? 0 : (value * _fee) / WHOLE;
        super._update(from, to, _onTop ? value : value - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}
