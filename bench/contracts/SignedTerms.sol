// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @dev What every peer is given alike: an invoice's terms, the obligor's signature over them, and the record that it was used.
abstract contract SignedTerms is EIP712 {
    struct Terms {
        address obligor;
        bytes32 invoiceKey;
        uint256 face;
        uint256 dueDay;
        uint256 currency;
        bytes32 documentRoot;
    }

    error Terms_SignatureInvalid();
    error Terms_Known(bytes32 invoiceKey);
    error Terms_NotHolder(address caller);

    bytes32 private constant TERMS_TYPEHASH = keccak256(
        "Terms(address obligor,bytes32 invoiceKey,uint256 face,uint256 dueDay,uint256 currency,bytes32 documentRoot)"
    );

    mapping(bytes32 invoiceKey => bool) private _known;

    constructor() EIP712("Peer", "1") {}

    function _confirmTerms(Terms calldata terms, bytes calldata signature) internal {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(TERMS_TYPEHASH, terms)));
        require(ECDSA.recoverCalldata(digest, signature) == terms.obligor, Terms_SignatureInvalid());
        require(!_known[terms.invoiceKey], Terms_Known(terms.invoiceKey));
        _known[terms.invoiceKey] = true;
    }
}
