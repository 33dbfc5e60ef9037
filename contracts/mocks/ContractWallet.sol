// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC1271 } from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { Address } from "@openzeppelin/contracts/utils/Address.sol";

/// @title ContractWallet
/// @notice A participant that is a contract: its owner's signature is its own (ERC-1271). It takes no ERC-721 by safe transfer. Test only.
contract ContractWallet is IERC1271 {
    using Address for address;

    address private immutable OWNER;

    constructor(address owner) {
        OWNER = owner;
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, ECDSA.RecoverError error_, ) = ECDSA.tryRecoverCalldata(hash, signature);
        bool valid = error_ == ECDSA.RecoverError.NoError && signer == OWNER;
        return valid ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    /// @notice Calls another contract in the wallet's name, e.g. to give standing consent.
    function act(address target, bytes calldata data) external returns (bytes memory result) {
        return target.functionCall(data);
    }
}
