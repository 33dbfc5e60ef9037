// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { Currency, Desk, IRulebook, POWERS_ALL, POWER_SETTLE, Policy } from "../../interfaces/IRulebook.sol";
import { ITokenProbe } from "../../interfaces/ITokenProbe.sol";
import { SliceRules } from "../rules/SliceRules.sol";

/// @dev Grows the append-only tables.
abstract contract Rulebook is SliceRules, IRulebook {
    uint8 private constant LAST_DESK = 31;
    uint8 private constant MOST_DECIMALS = 36;

    ITokenProbe private immutable PROBE;

    constructor(ITokenProbe tokenProbe) {
        PROBE = tokenProbe;
    }

    /// @dev The caller says why.
    modifier accounted(bytes32 decision) {
        require(decision != 0, Rulebook_DecisionMissing());
        _;
    }

    /// @inheritdoc IRulebook
    function addPolicy(
        Policy calldata added,
        bytes32 decision
    ) external restricted accounted(decision) returns (uint16 version) {
        // Check
        Policy storage last = _policies[_lastPolicy];
        version = _lastPolicy + 1;
        uint256 earliest = last.effectiveFrom < block.timestamp ? block.timestamp : last.effectiveFrom + 1;
        uint32 from = added.effectiveFrom == 0 ? uint32(block.timestamp) : added.effectiveFrom;
        require(from >= earliest, Rulebook_PolicyInPast(from, earliest));
        require(_isSound(added), Rulebook_PolicyInvalid(version));
        // Effect
        if (version != 1) last.supersededAt = from;
        Policy storage stored = _policies[version];
        _policies[version] = added;
        (stored.effectiveFrom, stored.supersededAt) = (from, 0);
        _lastPolicy = version;
        emit PolicyAdded(version, msg.sender, decision, stored);
    }

    /// @inheritdoc IRulebook
    function addCurrency(
        Currency calldata added,
        bytes32 decision
    ) external restricted accounted(decision) returns (uint8 index) {
        // Check
        require(_lastCurrency < type(uint8).max, Rulebook_TablesFull());
        uint8 decimals = IERC20Metadata(added.token).decimals();
        bool sound =
            decimals >= added.minorDigits && decimals <= MOST_DECIMALS && (added.dayBase == 360 || added.dayBase == 365);
        require(sound, Rulebook_CurrencyInvalid(added.token, decimals, added.minorDigits, added.dayBase));
        require(PROBE.passedAt(added.token) != 0, Rulebook_CurrencyNotTried(added.token));
        // Effect
        index = ++_lastCurrency;
        Currency storage stored = _currencies[index];
        _currencies[index] = added;
        stored.tokenDecimals = decimals;
        emit CurrencyAdded(index, msg.sender, decision, stored);
    }

    /// @inheritdoc IRulebook
    function admitDesk(
        address desk,
        uint8 powers,
        bytes32 decision
    ) external restricted accounted(decision) returns (uint8 index) {
        // Check
        Desk memory known = _desks[desk];
        require(known.index == 0 || (known.powers == 0 && powers == POWER_SETTLE), Rulebook_DeskKnown(desk));
        require(desk != address(0) && powers != 0 && powers & ~POWERS_ALL == 0, Rulebook_DeskInvalid(desk, powers));
        index = known.index;
        if (index == 0) {
            require(_lastDesk < LAST_DESK, Rulebook_TablesFull());
            // Effect
            index = ++_lastDesk;
        }
        _desks[desk] = Desk(index, powers);
        emit DeskAdmitted(index, desk, msg.sender, decision, powers);
    }

    /// @inheritdoc IRulebook
    function removeDesk(address desk, bytes32 decision) external restricted accounted(decision) {
        // Check
        uint8 index = _deskIndex(desk);
        // Effect: the index stays taken, so an old bit in a participant's word never meets a new desk.
        _desks[desk].powers = 0;
        emit DeskRemoved(index, desk, msg.sender, decision);
    }

    /// @inheritdoc IRulebook
    function probe() external view returns (address) {
        return address(PROBE);
    }

    /// @inheritdoc IRulebook
    function latestPolicy() external view returns (uint16) {
        return _lastPolicy;
    }

    /// @dev Every officer's door. Behind the AccessManager all officers look alike: nobody would be named, and one person with two roles
    /// could be its own second.
    function _checkCanCall(address caller, bytes calldata data) internal override {
        require(caller != authority(), Rulebook_CallerUnknown(caller));
        super._checkCanCall(caller, data);
    }

    function _isSound(Policy calldata p) private pure returns (bool) {
        bool tenor = p.tenorHardDays != 0 && p.tenorSoftDays <= p.tenorHardDays;
        bool sizes = p.minSlice != 0 && p.maxSlices != 0;
        bool zone = p.utcOffsetHours >= -12 && p.utcOffsetHours <= 14;
        return tenor && sizes && zone && p.defaultDays >= p.graceDays;
    }
}
