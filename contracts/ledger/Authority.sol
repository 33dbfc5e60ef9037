// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title Authority
/// @notice Who may change participants, policies, currencies and desks, and how long each change is announced beforehand.
/// It is OpenZeppelin's AccessManager; only the names of the roles are ours.
contract Authority is AccessManager {
    /// @notice Admits, suspends and restores participants.
    uint64 public constant OPERATOR_ROLE = 1;
    /// @notice Adds policies and currencies, admits desks. Its changes are delayed.
    uint64 public constant GOVERNOR_ROLE = 2;
    /// @notice Removes desks, at once.
    uint64 public constant GUARDIAN_ROLE = 3;

    constructor(address admin) AccessManager(admin) {}
}
