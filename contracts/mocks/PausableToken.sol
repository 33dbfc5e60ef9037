// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Pausable } from "@openzeppelin/contracts/utils/Pausable.sol";
import { TestToken } from "./TestToken.sol";

/// @title PausableToken
/// @notice Its issuer can stop all transfers for a while. Test only.
contract PausableToken is TestToken, Pausable {
    constructor() TestToken("Pausable token", "PAU", 2) {}

    function pause() external {
        _pause();
    }

    function unpause() external {
        _unpause();
    }

    function _update(address from, address to, uint256 value) internal override whenNotPaused {
        super._update(from, to, value);
    }
}
