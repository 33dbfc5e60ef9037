// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { SignatureChecker } from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Signatures
/// @notice Signatures of keys and of contract accounts.
library Signatures {
    /// @notice Whether `signer` signed `digest`, with its key or as an ERC-1271 contract.
    /// @dev The key is tried first: it needs no look at the signer's code, which costs 2 600 gas. Nobody has the key of a contract's
    /// address; an account that delegates its code (EIP-7702) has both, and either is its word. Malleable signatures are refused.
    function isValid(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }
}
