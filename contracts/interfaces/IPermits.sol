// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title IPermits
/// @notice A signed allowance (ERC-2612) and what it is for, in one transaction: `multicall([permit, pay])`.
interface IPermits {
    /// @dev The token has no permit, or says yes and gives no allowance.
    error Permit_Refused(address token, uint256 value, uint256 allowance);

    /// @notice Hands the caller's signed allowance for this desk to the currency's token. If somebody else has handed it in before, it
    /// is spent but the allowance is there, and nothing more is done. Otherwise reverts with the token's reason or `Permit_Refused`.
    /// @param value Token units, not minor units.
    /// @param deadline Last second of the signature.
    function permit(uint8 currency, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
}
