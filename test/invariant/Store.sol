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
    bool paid;
    /// Face and penalty the obligor owed when it paid.
    uint256 owed;
    /// Reached holders, netted shares of the obligor's own slices included.
    uint256 received;
    uint256 setAside;
    /// Cuts made by legal orders, which may leave slices below the smallest.
    uint256 legalCuts;
    /// Cents of the slices named in payments.
    uint256 redeemed;
    /// Slices not yet paid, in no order.
    SliceId[] slices;
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
    mapping(uint256 slice => mapping(uint256 word => bool)) private _seen;
    mapping(uint256 slice => uint256 word) private _last;

    function cases() external view returns (Case[] memory) {
        return _cases;
    }

    function frozen() external view returns (SliceId[] memory) {
        return _frozen;
    }

    function frozenOf(SliceId id) external view returns (address) {
        return _frozenOf[id.raw()];
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
