// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Address } from "@openzeppelin/contracts/utils/Address.sol";
import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { ISliceMetadata } from "../interfaces/ISliceMetadata.sol";
import { DeskAccess } from "./DeskAccess.sol";
import { LedgerStorage } from "./rules/LedgerStorage.sol";
import { SliceRules } from "./rules/SliceRules.sol";

/// @title Ledger
/// @notice The register of who owes what to whom: participants, receivables, slices, currencies and policies. See ILedger.
///
/// HALVES. This contract has what is used every day. What is rare (governance, admission, legal orders, …) is in the Registrar, which
/// this contract runs by delegatecall for every function it does not have itself. The Registrar's address is fixed in this contract's
/// code: nothing can be exchanged.
///
/// ROLES. The AccessManager's roles admit participants, desks, currencies and policies and carry out legal orders. On the paths of
/// holders, obligors and desks the manager is never called: bits in the participant's and the desk's words decide.
///
/// SLICES. The slices of a confirmed receivable tile [0, face). Splitting keeps the head and cuts the tail; nothing else makes slices
/// but confirmation and a legal cut, nothing else unmakes them but merging and redemption.
///
/// CASH. The ledger holds none, takes none, and knows tokens only as entries of its currency table.
///
/// TIME. Days begin in the time zone of the policy a receivable was confirmed under. From the due day on holders move nothing.
contract Ledger is DeskAccess {
    /// @dev ERC-4906 has no functions; its specification fixes this id.
    bytes4 private constant ERC4906_ID = 0x49064906;

    address public immutable REGISTRAR;

    error Ledger_NoRegistrar(address registrar);

    constructor(address authority, address registrar, ISliceMetadata metadata) LedgerStorage(authority) SliceRules(metadata) {
        require(registrar.code.length != 0, Ledger_NoRegistrar(registrar));
        REGISTRAR = registrar;
    }

    /// @dev Whatever is not here is the Registrar's; it refuses what it does not have either. Takes no ether.
    fallback(bytes calldata input) external returns (bytes memory) {
        return Address.functionDelegateCall(REGISTRAR, input);
    }

    /// @inheritdoc ERC721
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == ERC4906_ID || super.supportsInterface(interfaceId);
    }
}
