// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { IERC20Permit } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import { LowLevelCall } from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import { Multicall } from "@openzeppelin/contracts/utils/Multicall.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { IPermits } from "../interfaces/IPermits.sol";

/// @dev What every desk that draws cash has: the ledger, several calls in one transaction, and signed allowances. Each call of a
/// multicall takes the desk's lock and gives it back before the next.
abstract contract Permits is IPermits, Multicall {
    ILedger public immutable LEDGER;

    constructor(ILedger ledger) {
        LEDGER = ledger;
    }

    /// @inheritdoc IPermits
    function permit(uint8 currency, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        address token = LEDGER.currencyOf(currency).token;
        // Interaction
        bytes memory reason;
        try IERC20Permit(token).permit(msg.sender, address(this), value, deadline, v, r, s) {} catch (bytes memory refusal) {
            reason = refusal;
        }
        // Check: the allowance, not the answer. A signature handed in by somebody else is spent, and some tokens say yes to anything.
        uint256 allowance = IERC20(token).allowance(msg.sender, address(this));
        if (allowance >= value) return;
        if (reason.length != 0) LowLevelCall.bubbleRevert(reason);
        revert Permit_Refused(token, value, allowance);
    }
}
