// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { ReceivableId } from "../../contracts/libraries/ReceivableId.sol";
import { SliceId, sliceIdOf } from "../../contracts/libraries/SliceId.sol";
import { SliceWord } from "../../contracts/libraries/SliceWord.sol";

/// @dev Proved by `npm run prove` for every input, on the libraries themselves. That a word built
/// from all its fields gives each back, and that a field set is the field read, takes the solver too long: test/unit/Words.t.sol fuzzes that.
contract Words {
    function idKeepsStart(uint192 receivable, uint48 start) external pure {
        assert(sliceIdOf(ReceivableId.wrap(receivable), start).start() == start);
    }

    function idKeepsReceivable(uint192 receivable, uint48 start) external pure {
        assert(ReceivableId.unwrap(sliceIdOf(ReceivableId.wrap(receivable), start).receivable()) == receivable);
    }

    function headKeepsHops(SliceWord word, uint48 cut) external pure {
        assert(word.shrunk(cut).hops() == word.hops());
    }

    function headKeepsFlags(SliceWord word, uint48 cut) external pure {
        assert(word.shrunk(cut).flags() == word.flags());
    }

    function headKeepsSequence(SliceWord word, uint48 cut) external pure {
        assert(word.shrunk(cut).sequence() == word.sequence());
    }

    function legalPartEndsWhereWholeEnded(SliceWord word) external pure {
        assert(word.cutLegally().end() == word.end());
    }

    function legalPartKeepsHolder(SliceWord word) external pure {
        assert(word.cutLegally().holder() == word.holder());
    }

    function legalPartKeepsHops(SliceWord word) external pure {
        assert(word.cutLegally().hops() == word.hops());
    }

    function legalPartKeepsFlags(SliceWord word) external pure {
        assert(word.cutLegally().flags() == word.flags());
    }

    function legalPartTakesNextSequence(SliceWord word) external pure {
        assert(word.cutLegally().sequence() == uint256(word.sequence()) + 1);
    }
}
