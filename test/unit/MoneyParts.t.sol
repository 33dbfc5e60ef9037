// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Money } from "../../contracts/libraries/Money.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

/// @dev Shares of payments in part: they need not grow with what was paid, but what somebody has had is never taken back.
contract MoneyPartsTest is Check {
    uint256 private constant FACE = 5;
    uint256 private constant PLENTY = type(uint64).max;

    /// @dev Of 5 cents, [2, 3) is owed 1 of 2 paid, 0 of 3, 1 of 4.
    function test_WhoHasHadMoreKeepsItAndGainsNothing() public pure {
        same(Money.share(2, FACE, 2, 3), 1, "share of 2");
        same(Money.share(3, FACE, 2, 3), 0, "share of 3");
        _rises(0, 2, PLENTY, 2, 1);
        _rises(2, 3, PLENTY, 2, 0);
        _rises(2, 5, PLENTY, 2, 0);
        _rises(3, 5, PLENTY, 5, 1);
    }

    function test_WhatIsGainedIsWithinTheRoom() public pure {
        (uint256 mark, uint256 gain) = Money.rise(0, 100, 30, 100, 0, 60);
        same(gain, 30, "no more than there is");
        same(mark, 50, "the sum of which that is the share");
        (mark, gain) = Money.rise(50, 100, 0, 100, 0, 60);
        same(gain, 0, "nothing is there");
        same(mark, 50, "the mark stays");
    }

    function testFuzz_MarkSaysExactlyWhatWasHad(
        uint48 face_,
        uint48 a,
        uint48 b,
        uint48 before,
        uint48 sum,
        uint64 room
    ) public pure {
        (uint256 face, uint256 from, uint256 to) = _range(face_, a, b);
        (uint256 mark, uint256 paid) = (bound(before, 0, face), bound(sum, 0, face));
        (uint256 after_, uint256 gain) = Money.rise(mark, paid, room, face, from, to);
        holds(gain <= room, "within the room");
        holds(after_ >= mark, "marks never fall");
        holds(after_ == mark || after_ <= paid, "no mark above what was paid");
        same(Money.share(after_, face, from, to), Money.share(mark, face, from, to) + gain, "the share of the mark was had");
        uint256 owed = Money.share(paid, face, from, to);
        if (paid >= mark && owed >= Money.share(mark, face, from, to) && owed <= Money.share(mark, face, from, to) + room)
            same(Money.share(after_, face, from, to), owed, "all that is owed, when there is room");
    }

    function testFuzz_CertainSharesAreNeverTooMuchLater(
        uint48 face_,
        uint48 a,
        uint48 b,
        uint64 sum_,
        uint64 more
    ) public pure {
        (uint256 face, uint256 from, uint256 to) = _range(face_, a, b);
        (uint256 sum, uint256 later) = (sum_, uint256(sum_) + more);
        uint256 sure = Money.certain(sum, face, from, to);
        holds(sure <= sum, "not above the sum");
        holds(sure <= Money.certain(later, face, from, to), "grows with the sum");
        uint256 had = Money.share(sure, face, from, to);
        holds(had <= Money.share(later, face, from, to), "owed of every larger sum");
        holds(had + 2 > (sum * (to - from)) / face, "less than two cents below the exact share");
    }

    /// @dev Whatever the payments and the order in which shares are drawn, the desk never lacks a cent, and the last payment gives each of
    /// three slices exactly its face and its share of the penalty.
    function testFuzz_TheLastPaymentNeverGivesMoreThanIsDue(uint48 face_, uint48 a, uint48 b, uint256 seed) public pure {
        uint256 face = bound(face_, 3, 1e12);
        uint256 first = bound(a, 1, face - 2);
        uint256[4] memory ends = [0, first, bound(b, first + 1, face - 1), face];
        uint256[3] memory faceMarks;
        uint256[3] memory penaltyMarks;
        uint256[3] memory had;
        // Face and penalty paid so far.
        uint256[2] memory sums;
        for (uint256 step = 0; step < 24; ++step) {
            seed = uint256(keccak256(abi.encode(seed)));
            sums[0] = bound(seed >> 8, sums[0], face - 1);
            sums[1] = bound(seed >> 64, sums[1], sums[1] + 20);
            uint256 held = sums[0] + sums[1] - had[0] - had[1] - had[2];
            uint256 i = seed % 3;
            uint256 gained;
            uint256 more;
            (faceMarks[i], gained) = Money.rise(faceMarks[i], sums[0], held, face, ends[i], ends[i + 1]);
            uint256 sure = Money.certain(sums[1], face, ends[i], ends[i + 1]);
            (penaltyMarks[i], more) = Money.rise(penaltyMarks[i], sure, held - gained, face, ends[i], ends[i + 1]);
            had[i] += gained + more;
        }
        for (uint256 i = 0; i < 3; ++i) {
            uint256 due = ends[i + 1] - ends[i] + Money.share(sums[1], face, ends[i], ends[i + 1]);
            holds(had[i] <= due, "nobody has had more than is due in the end");
        }
    }

    function _rises(uint256 mark, uint256 sum, uint256 room, uint256 expectedMark, uint256 expectedGain) private pure {
        (uint256 after_, uint256 gain) = Money.rise(mark, sum, room, FACE, 2, 3);
        same(after_, expectedMark, "mark");
        same(gain, expectedGain, "gain");
    }

    function _range(uint48 face_, uint48 a, uint48 b) private pure returns (uint256 face, uint256 from, uint256 to) {
        face = bound(face_, 1, type(uint48).max);
        from = bound(a, 0, face - 1);
        to = bound(b, from + 1, face);
    }
}
