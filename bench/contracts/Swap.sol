// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice Sells a fungible security against cash, both by allowance: the least a T-REX token needs to be discounted.
contract Swap {
    function sell(IERC20 security, uint256 amount, IERC20 cash, address bank, uint256 price) external {
        security.transferFrom(msg.sender, bank, amount);
        cash.transferFrom(bank, msg.sender, price);
    }
}
