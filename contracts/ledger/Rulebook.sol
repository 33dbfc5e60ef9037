// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { AccessManaged } from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { Currency, Desk, IRulebook, Policy } from "../interfaces/IRulebook.sol";
import { Calendar } from "../libraries/Calendar.sol";

/// @dev Append-only tables. Only the AccessManager's roles write them; every rule of the ledger reads them.
abstract contract Rulebook is AccessManaged, IRulebook {
    using Calendar for uint256;

    uint8 private constant LAST_DESK = 31;

    mapping(uint16 version => Policy) private _policies;
    mapping(uint8 index => Currency) private _currencies;
    mapping(address desk => Desk) private _desks;
    /// @dev Indices start at 1, so that 0 means none. One slot for the three.
    uint16 private _lastPolicy;
    uint8 private _lastCurrency;
    uint8 private _lastDesk;

    /// @inheritdoc IRulebook
    function addPolicy(Policy calldata added) external restricted returns (uint16 version) {
        // Check
        Policy storage last = _policies[_lastPolicy];
        version = _lastPolicy + 1;
        uint256 earliest = last.effectiveFrom < block.timestamp ? block.timestamp : last.effectiveFrom + 1;
        uint40 from = added.effectiveFrom == 0 ? uint40(block.timestamp) : added.effectiveFrom;
        require(from >= earliest, Rulebook_PolicyInPast(from, earliest));
        require(_isSound(added), Rulebook_PolicyInvalid(version));
        // Effect
        if (version != 1) last.supersededAt = from;
        Policy storage stored = _policies[version];
        _policies[version] = added;
        (stored.effectiveFrom, stored.supersededAt) = (from, 0);
        _lastPolicy = version;
        emit PolicyAdded(version, msg.sender, stored);
    }

    /// @inheritdoc IRulebook
    function addCurrency(Currency calldata added) external restricted returns (uint8 index) {
        // Check
        require(_lastCurrency < type(uint8).max, Rulebook_TablesFull());
        uint8 decimals = IERC20Metadata(added.token).decimals();
        require(
            decimals >= added.minorDigits && decimals <= 36 && (added.dayBase == 360 || added.dayBase == 365),
            Rulebook_CurrencyInvalid(added.token, decimals, added.minorDigits, added.dayBase)
        );
        // Effect
        index = ++_lastCurrency;
        Currency storage stored = _currencies[index];
        _currencies[index] = added;
        stored.tokenDecimals = decimals;
        emit CurrencyAdded(index, msg.sender, stored);
    }

    /// @inheritdoc IRulebook
    function admitDesk(address desk, uint8 powers) external restricted returns (uint8 index) {
        // Check
        require(_lastDesk < LAST_DESK, Rulebook_TablesFull());
        require(_desks[desk].index == 0, Rulebook_DeskKnown(desk));
        // Effect
        index = ++_lastDesk;
        _desks[desk] = Desk(index, powers);
        emit DeskAdmitted(index, desk, msg.sender, powers);
    }

    /// @inheritdoc IRulebook
    function removeDesk(address desk) external restricted {
        // Check
        uint8 index = _deskIndex(desk);
        // Effect: the index stays taken, so an old bit in a participant's word never meets a new desk.
        _desks[desk].powers = 0;
        emit DeskRemoved(index, desk, msg.sender);
    }

    /// @inheritdoc IRulebook
    function policyOf(uint16 version) external view returns (Policy memory) {
        return _policies[version];
    }

    /// @inheritdoc IRulebook
    function latestPolicy() external view returns (uint16) {
        return _lastPolicy;
    }

    /// @inheritdoc IRulebook
    function currencyOf(uint8 index) external view returns (Currency memory) {
        _requireCurrency(index);
        return _currencies[index];
    }

    /// @inheritdoc IRulebook
    function deskOf(address desk) external view returns (Desk memory) {
        return _desks[desk];
    }

    /// @dev The version a receivable was confirmed under.
    function _policy(uint16 version) internal view returns (Policy storage) {
        return _policies[version];
    }

    function _requireInForce(uint16 version) internal view returns (Policy storage p) {
        p = _policies[version];
        bool begun = p.effectiveFrom != 0 && p.effectiveFrom <= block.timestamp;
        bool ended = p.supersededAt != 0 && p.supersededAt <= block.timestamp;
        require(begun && !ended, Rulebook_PolicyNotInForce(version, block.timestamp));
    }

    /// @dev Bounded by the versions announced but not yet in force.
    function _policyInForce() internal view returns (Policy storage p) {
        uint16 version = _lastPolicy;
        p = _policies[version];
        while (p.effectiveFrom > block.timestamp && version > 1) p = _policies[--version];
    }

    function _requireCurrency(uint8 index) internal view {
        require(index != 0 && index <= _lastCurrency, Rulebook_CurrencyUnknown(index));
    }

    function _deskIndex(address desk) internal view returns (uint8 index) {
        index = _desks[desk].index;
        require(index != 0, Rulebook_DeskUnknown(desk));
    }

    function _requireDesk(uint8 power) internal view returns (uint8 index) {
        Desk memory d = _desks[msg.sender];
        require(d.index != 0, Rulebook_DeskUnknown(msg.sender));
        require(d.powers & power != 0, Rulebook_DeskLacksPower(msg.sender, d.powers, power));
        return d.index;
    }

    function _today(Policy storage p) internal view returns (uint16) {
        return block.timestamp.dayAt(p.utcOffsetHours);
    }

    function _isSound(Policy calldata p) private pure returns (bool) {
        bool tenor = p.tenorHardDays != 0 && p.tenorSoftDays <= p.tenorHardDays;
        bool sizes = p.minSlice != 0 && p.maxSlices != 0;
        bool zone = p.utcOffsetHours >= -12 && p.utcOffsetHours <= 14;
        return tenor && sizes && zone;
    }
}
