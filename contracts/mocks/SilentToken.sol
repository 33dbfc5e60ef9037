// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title SilentToken
/// @notice Reverts when it can't, and returns nothing when it can, as some old tokens do. It has no permit, and can
/// say yes to one all the same. Test only.
contract SilentToken {
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    bool private _saysYes;

    /// @dev A call of what it does not know does nothing, but may go through.
    fallback() external {
        // Without a reason, as old tokens do.
        // solhint-disable-next-line gas-custom-errors, reason-string
        require(_saysYes);
    }

    function setSaysYes(bool saysYes) external {
        _saysYes = saysYes;
    }

    function mint(address to, uint256 value) external {
        balanceOf[to] += value;
    }

    function approve(address spender, uint256 value) external {
        allowance[msg.sender][spender] = value;
    }

    function transfer(address to, uint256 value) external {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
    }

    function transferFrom(address from, address to, uint256 value) external {
        allowance[from][msg.sender] -= value;
        balanceOf[from] -= value;
        balanceOf[to] += value;
    }

    function decimals() external pure returns (uint8) {
        return 6;
    }
}
