// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Model of the parts of one split, placed one after the other: proved by `npm run prove` for any number of parts. That the parts' sum
/// is exactly what lies between the cut and the slice's end is `Ranges.headAndPartsKeepTheSum`. Each line marked "as in the ledger"
/// must stand in contracts/ word for word, or the proof is refused as stale.
contract Splitting {
    uint48 private immutable CUT;
    uint48 private immutable END;
    /// @dev Where the next part starts, and how many cents of the parts' sum are not placed yet.
    uint48 private _next;
    uint48 private _left;

    constructor(uint48 cut, uint48 sum) {
        (CUT, END, _next, _left) = (cut, cut + sum, cut, sum);
    }

    function place(uint48 amount) external {
        require(amount != 0 && amount <= _left);
        uint48 start = _next;
        uint48 end = start + amount; // as in the ledger: s.word.cutPart(to, id.start() + amount, hop, flags);
        assert(CUT <= start && start < end);
        assert(end <= END);
        _next = end; // as in the ledger: part = sliceIdOf(id.receivable(), words[i].end());
        _left -= amount;
        assert(_next + _left == END);
    }
}
