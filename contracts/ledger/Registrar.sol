// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ISliceMetadata } from "../interfaces/ISliceMetadata.sol";
import { ITokenProbe } from "../interfaces/ITokenProbe.sol";
import { LedgerStorage } from "./rules/LedgerStorage.sol";
import { SliceRules } from "./rules/SliceRules.sol";
import { LedgerViews } from "./registrar/LedgerViews.sol";
import { Rulebook } from "./registrar/Rulebook.sol";

/// @title Registrar
/// @notice The rarer half of the ledger's code: governance, admission, standing, evidence, legal orders, batches and pages. The Ledger
/// runs it by delegatecall, on its own storage and under its own address, for every function it does not have itself; one contract could
/// not hold both halves. Called directly it works on its own empty storage, whose authority is nobody, and can do nothing.
contract Registrar is LedgerViews {
    constructor(ISliceMetadata metadata, ITokenProbe probe) LedgerStorage(address(0)) SliceRules(metadata) Rulebook(probe) {}
}
