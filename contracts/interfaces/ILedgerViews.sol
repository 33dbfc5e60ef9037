// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../libraries/ReceivableId.sol";
import { SliceId } from "../libraries/SliceId.sol";
import { SliceWord } from "../libraries/SliceWord.sol";

/// @title ILedgerViews
/// @notice Pages for clients without an indexer. Which receivables concern a holder, and from which slice another was cut, stand in the
/// events, which any node serves; storing them as well would cost every split more than the split.
interface ILedgerViews {
    /// @notice The live slices of a receivable from cent `from` on, at most `most`; found by walking the tiling.
    /// While a receivable is being paid out the walk stops at the first slice that is gone; begin again after it.
    /// @param from Start of a slice; 0 for the first page, then `next`.
    /// @return ids Their ids, ascending.
    /// @return words Their words.
    /// @return next Where the next page starts; the face when done.
    function slicesOf(
        ReceivableId id,
        uint48 from,
        uint256 most
    ) external view returns (SliceId[] memory ids, SliceWord[] memory words, uint48 next);

    /// @notice As `slicesOf`, of one holder only: walks at most `most` slices and returns those that `holder` holds.
    function slicesHeldBy(
        address holder,
        ReceivableId id,
        uint48 from,
        uint256 most
    ) external view returns (SliceId[] memory ids, SliceWord[] memory words, uint48 next);

    /// @notice The words of many slices; 0 where there is none.
    function sliceWordsOf(SliceId[] calldata ids) external view returns (SliceWord[] memory words);
}
