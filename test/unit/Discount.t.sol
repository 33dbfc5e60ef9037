// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Money } from "../../contracts/libraries/Money.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

/// @dev What selling in parts can gain where no part's discount may round to nothing. Each rounding is worth at most half a cent, so that
/// never more can't hold; that no split escapes the discount does.
contract DiscountTest is Check {
    uint256 private constant MOST_FACE = type(uint48).max;
    uint256 private constant BASE = 360;

    function testFuzz_SplitInTwo_GainsAtMostOneCent(uint256 a, uint256 b, uint256 rate, uint256 dayCount) external pure {
        (a, b) = (bound(a, 1, MOST_FACE / 2), bound(b, 1, MOST_FACE / 2));
        (rate, dayCount) = _sane(rate, dayCount);
        uint256 whole = _net(a + b, rate, dayCount);
        uint256 parts = _net(a, rate, dayCount) + _net(b, rate, dayCount);
        holds(parts <= whole + 1, "a cent at most");
    }

    /// @dev Where the discount of a part is a number of cents, nothing is rounded away: no gain at all.
    function testFuzz_SplitWithoutRounding_GainsNothing(uint256 a, uint256 b, uint256 rate, uint256 dayCount) external pure {
        (rate, dayCount) = _sane(rate, dayCount);
        a = bound(a, 1, MOST_FACE / (2 * BASE * Money.PPM)) * BASE * Money.PPM;
        b = bound(b, 1, MOST_FACE / 2);
        holds(_net(a, rate, dayCount) + _net(b, rate, dayCount) == _net(a + b, rate, dayCount), "the same");
    }

    /// @dev A part that the desk takes pays at least a cent, and more than two thirds of what it owes; so do all parts together.
    function testFuzz_PartTheDeskTakes_PaysTwoThirdsAtLeast(uint256 face, uint256 rate, uint256 dayCount) external pure {
        face = bound(face, 1, MOST_FACE);
        (rate, dayCount) = _sane(rate, dayCount);
        (uint256 discount, ) = Money.discount(face, rate, dayCount, BASE);
        vm.assume(discount != 0);
        holds(3 * discount * BASE * Money.PPM > 2 * face * rate * dayCount, "two thirds");
    }

    function testFuzz_ManyEqualParts_GainLessThanHalfACentEach(uint256 part, uint256 parts, uint256 rate) external pure {
        part = bound(part, 1, 1_000_000_000);
        parts = bound(parts, 2, 500);
        uint256 dayCount;
        (rate, dayCount) = _sane(rate, rate >> 32);
        uint256 whole = _net(part * parts, rate, dayCount);
        holds(2 * parts * _net(part, rate, dayCount) <= 2 * whole + parts + 1, "half a cent each");
    }

    function _net(uint256 face, uint256 rate, uint256 dayCount) private pure returns (uint256 net) {
        (, net) = Money.discount(face, rate, dayCount, BASE);
    }

    /// @dev A tier that a bank may post: it takes less than all of a face.
    function _sane(uint256 rate, uint256 dayCount) private pure returns (uint256, uint256) {
        return (bound(rate, 1, 980_000), bound(dayCount, 1, 365));
    }
}
