// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Currency, Desk, IRuleTables, Policy } from "../interfaces/IRulebook.sol";
import { SliceRules } from "./rules/SliceRules.sol";

/// @dev What desks read on their hot paths.
abstract contract RuleTables is SliceRules, IRuleTables {
    /// @inheritdoc IRuleTables
    function policyOf(uint16 version) external view returns (Policy memory) {
        return _policies[version];
    }

    /// @inheritdoc IRuleTables
    function currencyOf(uint8 index) external view returns (Currency memory) {
        _requireCurrency(index);
        return _currencies[index];
    }

    /// @inheritdoc IRuleTables
    function deskOf(address desk) external view returns (Desk memory) {
        return _desks[desk];
    }
}
