// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { SafeERC20 } from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import { ITokenProbe } from "../../interfaces/ITokenProbe.sol";

/// @title Till
/// @notice Where the units of one trial lie. It obeys the probe that made it, and nobody else.
contract Till {
    using SafeERC20 for IERC20;

    address private immutable PROBE = msg.sender;

    /// @param amount Token units.
    function send(IERC20 token, address to, uint256 amount) external {
        require(msg.sender == PROBE, ITokenProbe.Till_NotProbe(msg.sender));
        token.safeTransfer(to, amount);
    }
}
