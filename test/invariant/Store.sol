// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Terms } from "../../contracts/interfaces/IReceivables.sol";
import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { SliceId } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";

/// @dev What the handler remembers of each receivable, kept apart from what the contracts say.
struct Case {
    ReceivableId id;
    address creditor;
    Terms terms;
    bool confirmed;
    /// In full.
    bool paid;
    bool reported;
    bool defaulted;
    bool writtenOff;
    /// What the obligor has paid from the due day on.
    uint256 paidFace;
    uint256 paidPenalty;
    /// Penalty of the periods that have ended, and the day on which the one under way began; 0: the due day.
    uint256 accrued;
    uint256 since;
    /// Reached holders, netted shares of the obligor's own slices included; waits for payees; waits for desks that locked slices.
    uint256 received;
    uint256 setAside;
    uint256 locked;
    /// Cents paid before the due day, and those of them that are burnt.
    uint256 retired;
    uint256 retiredGone;
    /// Cuts made by legal orders, which may leave slices below the smallest, and those made after penalty was paid in part.
    uint256 legalCuts;
    uint256 lateCuts;
    /// Cents of the slices that were burnt.
    uint256 redeemed;
    /// Slices not yet burnt, in no order.
    SliceId[] slices;
}

/// @dev The cents that one slice had when the first money came, and what they have had since, however they are cut later.
struct Block {
    uint48 from;
    uint48 to;
    uint256 had;
    /// Cuts by legal orders since, and those made after penalty was paid in part.
    uint256 cuts;
    uint256 lateCuts;
}

/// @dev Ghost state of the invariant tests.
contract Store {
    Case[] internal _cases;
    /// @notice A slice had a word again that it had had before.
    bool public recurred;
    mapping(bytes4 action => uint256) public fired;
    /// @dev Who held a slice when it was frozen.
    mapping(uint256 slice => address) internal _frozenOf;
    SliceId[] internal _frozen;
    mapping(ReceivableId id => Block[]) internal _blocks;
    /// @dev Which desk has locked a slice, by its index, and who held the slice when it did.
    mapping(uint256 slice => uint8) internal _lockOf;
    mapping(uint256 slice => address) internal _pledgorOf;
    /// @dev Slices for which money ever waited for a desk.
    SliceId[] internal _lockedMoney;
    mapping(uint256 slice => mapping(uint256 word => bool)) private _seen;
    mapping(uint256 slice => uint256 word) private _last;

    function cases() external view returns (Case[] memory) {
        return _cases;
    }

    function caseAt(uint256 index) external view returns (Case memory) {
        return _cases[index];
    }

    function frozen() external view returns (SliceId[] memory) {
        return _frozen;
    }

    function frozenOf(SliceId id) external view returns (address) {
        return _frozenOf[id.raw()];
    }

    function blocksOf(ReceivableId id) external view returns (Block[] memory) {
        return _blocks[id];
    }

    function lockedMoney() external view returns (SliceId[] memory) {
        return _lockedMoney;
    }

    /// @return desk Index of the desk that has locked the slice, or 0.
    /// @return pledgor Who held it then, or holds it since by order or succession.
    function lockOf(SliceId id) external view returns (uint8 desk, address pledgor) {
        return (_lockOf[id.raw()], _pledgorOf[id.raw()]);
    }

    /// @dev Remembers a slice's word, and whether it ever had it before.
    function _note(SliceId id, SliceWord word) internal {
        uint256 raw = word.raw();
        if (raw == _last[id.raw()]) return;
        _last[id.raw()] = raw;
        if (word.isEmpty()) return;
        if (_seen[id.raw()][raw]) recurred = true;
        _seen[id.raw()][raw] = true;
    }

    function _drop(Case storage c, SliceId id) internal {
        uint256 last = c.slices.length - 1;
        for (uint256 i = 0; i < last; ++i) {
            if (c.slices[i].raw() == id.raw()) c.slices[i] = c.slices[last];
        }
        c.slices.pop();
    }
}
