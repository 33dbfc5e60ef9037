// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Scalar models of merging, cutting and the smallest slice, proved by `npm run prove` for every input. "As in the ledger": see
/// Splitting.sol.
contract Ranges {
    struct Slice {
        uint48 start;
        uint48 end;
        uint8 hops;
        uint32 sequence;
    }

    modifier tiles(Slice memory left, Slice memory right) {
        require(left.start < left.end && right.start < right.end);
        require(left.end == right.start); // as in the ledger: require(s.word.end() == right.start(),
        _;
    }

    /// @dev The head is not smaller than the smallest slice, and what lies after the cut is the parts' sum, to the cent.
    function headAndPartsKeepTheSum(uint48 start, uint48 end, uint48 smallest, uint256 sum) external pure {
        require(start < end && smallest != 0);
        uint48 face = end - start; // as in the ledger: uint48 face = s.word.end() - id.start();
        require(sum < face); // as in the ledger: require(sum < face,
        uint48 head = face - uint48(sum); // as in the ledger: uint48 head = face - uint48(sum);
        require(head >= smallest); // as in the ledger: require(head >= s.smallest,
        uint48 cut = start + head; // as in the ledger: cut = id.start() + head;
        assert(start < cut && cut - start >= smallest);
        assert(cut + sum == end);
        assert((cut - start) + sum == face);
    }

    function mergeIsTheUnion(Slice memory left, Slice memory right, uint48 cent) external pure tiles(left, right) {
        Slice memory one = _merged(left, right);
        assert(_holds(one, cent) == (_holds(left, cent) || _holds(right, cent)));
        assert(one.end - one.start == uint256(left.end - left.start) + (right.end - right.start));
    }

    function mergeTakesTheLargerHops(Slice memory left, Slice memory right) external pure tiles(left, right) {
        Slice memory one = _merged(left, right);
        assert(one.hops >= left.hops && one.hops >= right.hops);
        assert(one.hops == left.hops || one.hops == right.hops);
    }

    function mergeOutgrowsBothSequences(Slice memory left, Slice memory right) external pure tiles(left, right) {
        Slice memory one = _merged(left, right);
        assert(one.sequence > left.sequence && one.sequence > right.sequence);
    }

    /// @dev No cent is lost, none is held twice, and both sides hold some: for any cut strictly inside, as a legal cut may make.
    function cutTiles(Slice memory whole, uint48 cut, uint48 cent) external pure {
        require(whole.start < cut && cut < whole.end);
        Slice memory head = _head(whole, cut);
        Slice memory part = _part(whole, cut);
        assert(_holds(whole, cent) == (_holds(head, cent) || _holds(part, cent)));
        assert(!(_holds(head, cent) && _holds(part, cent)));
        assert(head.start < head.end && head.end == part.start && part.start < part.end);
        assert(part.sequence > head.sequence);
    }

    /// @dev Merging what was cut restores the range, and never the sequence: a word does not recur.
    function mergeUndoesCut(Slice memory whole, uint48 cut) external pure {
        require(whole.start < cut && cut < whole.end);
        Slice memory head = _head(whole, cut);
        Slice memory part = _part(whole, cut);
        Slice memory one = _merged(head, part);
        assert(one.start == whole.start && one.end == whole.end && one.hops == whole.hops);
        assert(one.sequence > whole.sequence);
    }

    /// @dev Hence `count * smallest <= face` only if `count <= maxSlices`; and the cast to 48 bits loses nothing.
    function smallestBoundsTheCount(uint48 face, uint16 maxSlices) external pure {
        require(face != 0 && maxSlices != 0);
        uint256 share = (uint256(face) + maxSlices - 1) / maxSlices; // as in the ledger: (face + maxSlices - 1) / maxSlices
        assert(share != 0 && share <= face);
        assert(share * maxSlices >= face);
    }

    function _merged(Slice memory left, Slice memory right) private pure returns (Slice memory) {
        uint8 h = left.hops > right.hops ? left.hops : right.hops; // as in the ledger: left.hops() > right.hops() ? left.hops() : right.hops();
        uint32 s = left.sequence > right.sequence ? left.sequence : right.sequence; // as in the ledger: left.sequence() > right.sequence() ? left.sequence() : right.sequence();
        return Slice(left.start, right.end, h, s + 1); // as in the ledger: return packSlice(left.holder(), right.end(), h, left.flags(), s + 1);
    }

    function _head(Slice memory whole, uint48 cut) private pure returns (Slice memory) {
        return Slice(whole.start, cut, whole.hops, whole.sequence);
    }

    function _part(Slice memory whole, uint48 cut) private pure returns (Slice memory) {
        return Slice(cut, whole.end, whole.hops, whole.sequence + 1);
    }

    function _holds(Slice memory slice, uint48 cent) private pure returns (bool) {
        return slice.start <= cent && cent < slice.end;
    }
}
