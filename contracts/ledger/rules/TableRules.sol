// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Desk, IRuleTables, Policy } from "../../interfaces/IRulebook.sol";
import { Calendar } from "../../libraries/Calendar.sol";
import { LedgerStorage } from "./LedgerStorage.sol";

/// @dev Reads of the rulebook's tables.
abstract contract TableRules is LedgerStorage {
    using Calendar for uint256;

    /// @dev The version a receivable was confirmed under.
    function _policy(uint16 version) internal view returns (Policy storage) {
        return _policies[version];
    }

    function _requireInForce(uint16 version) internal view returns (Policy storage p) {
        p = _policies[version];
        bool begun = p.effectiveFrom != 0 && p.effectiveFrom <= block.timestamp;
        bool ended = p.supersededAt != 0 && p.supersededAt <= block.timestamp;
        require(begun && !ended, IRuleTables.Rulebook_PolicyNotInForce(version, block.timestamp));
    }

    /// @dev Bounded by the versions announced but not yet in force.
    function _policyInForce() internal view returns (Policy storage p) {
        uint16 version = _lastPolicy;
        p = _policies[version];
        while (p.effectiveFrom > block.timestamp && version > 1) p = _policies[--version];
    }

    function _requireCurrency(uint8 index) internal view {
        require(index != 0 && index <= _lastCurrency, IRuleTables.Rulebook_CurrencyUnknown(index));
    }

    function _deskIndex(address desk) internal view returns (uint8 index) {
        index = _desks[desk].index;
        require(index != 0, IRuleTables.Rulebook_DeskUnknown(desk));
    }

    function _requireDesk(uint8 power) internal view returns (uint8 index) {
        Desk memory d = _desks[msg.sender];
        require(d.index != 0, IRuleTables.Rulebook_DeskUnknown(msg.sender));
        require(d.powers & power != 0, IRuleTables.Rulebook_DeskLacksPower(msg.sender, d.powers, power));
        return d.index;
    }

    function _today(Policy storage p) internal view returns (uint16) {
        return block.timestamp.dayAt(p.utcOffsetHours);
    }
}
