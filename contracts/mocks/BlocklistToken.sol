// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { TestToken } from "./TestToken.sol";

/// @title BlocklistToken
/// @notice A currency's token that refuses some receivers and can turn to taking a fee. Test only.
contract BlocklistToken is TestToken {
    error BlocklistToken_Refused(address account);

    mapping(address account => bool) private _refused;
    uint256 private _fee;

    constructor(uint8 decimals_) TestToken("Blocklist token", "BLK", decimals_) {}

    function setRefused(address account, bool refused) external {
        _refused[account] = refused;
    }

    /// @param fee Units kept back of each transfer.
    function setFee(uint256 fee) external {
        _fee = fee;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!_refused[to], BlocklistToken_Refused(to));
        bool free = from == address(0) || to == address(0) || _fee == 0;
        super._update(from, to, free ? value : value - _fee);
        if (!free) super._update(from, address(0), _fee);
    }
}
