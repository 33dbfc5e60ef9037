// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ERC721 } from "solady/src/tokens/ERC721.sol";
import { ILedger } from "../interfaces/ILedger.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { DeskAccess } from "./DeskAccess.sol";

/// @title Ledger
/// @notice The register of who owes what to whom: participants, receivables, slices, currencies and policies.
///
/// ROLES. The AccessManager's roles admit participants, desks, currencies and policies. On the paths of holders, obligors and desks
/// the manager is never called: bits in the participant's and the desk's words decide.
///
/// SLICES. The slices of a confirmed receivable tile [0, face). Splitting keeps the head and cuts the tail; nothing else makes slices
/// but confirmation, nothing else unmakes them but merging and redemption.
///
/// CASH. The ledger holds none, takes none, and knows tokens only as entries of its currency table.
///
/// TIME. Days begin in the time zone of the policy a receivable was confirmed under. From the due day on holders move nothing.
contract Ledger is DeskAccess, ILedger {
    constructor(address authority) AccessManaged(authority) EIP712("Tallystick Ledger", "1") {}

    /// @inheritdoc ERC721
    function name() public pure override returns (string memory) {
        return "Tallystick receivable slices";
    }

    /// @inheritdoc ERC721
    function symbol() public pure override returns (string memory) {
        return "TALLY";
    }

    /// @inheritdoc ERC721
    /// @dev No text is kept on chain; what a slice is stands in its word.
    function tokenURI(uint256 token) public view override returns (string memory) {
        require(_exists(token), Slices_Unknown(SliceId.wrap(token)));
        return "";
    }
}
