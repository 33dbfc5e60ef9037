// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";

/// @title BatchWallet
/// @notice A participant that is a contract and makes several calls in one transaction; all or none. Test only.
contract BatchWallet {
    using Address for address;

    function act(address[] calldata targets, bytes[] calldata calls) external {
        for (uint256 i = 0; i < targets.length; ++i) targets[i].functionCall(calls[i]);
    }
}
