// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ILedgerViews } from "../../interfaces/ILedgerViews.sol";
import { ReceivableId } from "../../libraries/ReceivableId.sol";
import { SliceId, sliceIdOf } from "../../libraries/SliceId.sol";
import { SliceWord } from "../../libraries/SliceWord.sol";
import { DeskActs } from "./DeskActs.sol";

/// @dev Pages over the tiling of a receivable.
abstract contract LedgerViews is DeskActs, ILedgerViews {
    /// @inheritdoc ILedgerViews
    function slicesOf(
        ReceivableId id,
        uint48 from,
        uint256 most
    ) external view returns (SliceId[] memory ids, SliceWord[] memory words, uint48 next) {
        return _page(id, from, most, true, address(0));
    }

    /// @inheritdoc ILedgerViews
    function slicesHeldBy(
        address holder,
        ReceivableId id,
        uint48 from,
        uint256 most
    ) external view returns (SliceId[] memory ids, SliceWord[] memory words, uint48 next) {
        return _page(id, from, most, false, holder);
    }

    /// @inheritdoc ILedgerViews
    function sliceWordsOf(SliceId[] calldata ids) external view returns (SliceWord[] memory words) {
        words = new SliceWord[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) words[i] = _word(ids[i]);
    }

    /// @dev Walks twice: to count, since memory arrays do not grow, and to fill.
    /// @param holder Whose slices are wanted, if not everybody's.
    function _page(
        ReceivableId id,
        uint48 from,
        uint256 most,
        bool everybodys,
        address holder
    ) private view returns (SliceId[] memory ids, SliceWord[] memory words, uint48 next) {
        uint256 found = 0;
        next = from;
        for (uint256 walked = 0; walked < most; ++walked) {
            SliceWord word = _word(sliceIdOf(id, next));
            if (word.isEmpty()) break;
            if (everybodys || word.holder() == holder) ++found;
            next = word.end();
        }
        (ids, words) = (new SliceId[](found), new SliceWord[](found));
        uint48 start = from;
        for (uint256 i = 0; i < found;) {
            SliceId slice = sliceIdOf(id, start);
            SliceWord word = _word(slice);
            start = word.end();
            if (!everybodys && word.holder() != holder) continue;
            (ids[i], words[i]) = (slice, word);
            ++i;
        }
    }
}
