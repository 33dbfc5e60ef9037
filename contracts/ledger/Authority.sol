// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { AccessManager } from "@openzeppelin/contracts/access/manager/AccessManager.sol";

/// @title Authority
/// @notice Who may change participants, policies, currencies and desks, and how long each change is announced beforehand.
/// It is OpenZeppelin's AccessManager; only the names of the roles are ours.
contract Authority is AccessManager {
    /// @notice Admits participants, sets their roles, terms and limits, suspends and restores them; proposes a lost key's replacement and
    /// carries out transfers that a court ordered.
    uint64 public constant OPERATOR_ROLE = 1;
    /// @notice Adds policies and currencies, admits desks. Its changes are delayed.
    uint64 public constant GOVERNOR_ROLE = 2;
    /// @notice Removes desks, at once.
    uint64 public constant GUARDIAN_ROLE = 3;

    /// @notice Holds, freezes and releases by legal order, enters transfers that a court ordered, agrees to a lost key's replacement.
    uint64 public constant SUPERVISOR_ROLE = 4;

    constructor(address admin) AccessManager(admin) {}
}
