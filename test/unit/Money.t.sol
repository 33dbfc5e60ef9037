// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Money } from "../../contracts/libraries/Money.sol";
import { ArithmeticHarness } from "../../contracts/mocks/ArithmeticHarness.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

contract MoneyTest is Check {
    uint256 private constant MOST_FACE = type(uint48).max;
    uint256 private constant MOST_RATE = type(uint24).max;

    ArithmeticHarness private _harness = new ArithmeticHarness();

    /// @dev The quotient q is the one with q·d − d/2 ≤ n < q·d + d/2, all doubled so that nothing is rounded.
    function testFuzz_DivHalfUp_Definition(uint128 n, uint128 d) external pure {
        vm.assume(d != 0);
        uint256 q = Money.divHalfUp(n, d);
        holds(2 * q * d <= 2 * uint256(n) + d, "not too large");
        holds(2 * uint256(n) + d < 2 * (q + 1) * d, "not too small");
    }

    function test_DivHalfUp_Halves() external pure {
        same(Money.divHalfUp(5, 10), 1, "0.5");
        same(Money.divHalfUp(4, 10), 0, "0.4");
        same(Money.divHalfUp(15, 10), 2, "1.5");
        same(Money.divHalfUp(1, 3), 0, "1/3");
        same(Money.divHalfUp(2, 3), 1, "2/3");
        same(Money.divHalfUp(0, 7), 0, "0");
    }

    /// @dev Within the face or an error that says by how much; never anything else.
    function testFuzz_Discount_WithinFaceOrReverts(uint256 face, uint256 rate, uint256 dayCount, bool long) external view {
        (face, rate) = (bound(face, 0, MOST_FACE), bound(rate, 0, MOST_RATE));
        dayCount = bound(dayCount, 0, type(uint16).max);
        uint256 base = long ? 365 : 360;
        uint256 expected = Money.divHalfUp(face * rate * dayCount, base * 1e6);
        try _harness.discount(face, rate, dayCount, base) returns (uint256 amount, uint256 net) {
            same(amount, expected, "discount");
            same(amount + net, face, "discount + net");
            holds(amount <= face, "within the face");
        } catch (bytes memory reason) {
            bytes memory known = abi.encodeWithSelector(Money.Money_DiscountExceedsFace.selector, face, expected);
            holds(keccak256(reason) == keccak256(known) && expected > face, "a named reason");
        }
    }

    function testFuzz_Discount_GrowsWithRateAndDays(uint256 face, uint256 rate, uint256 dayCount) external view {
        face = bound(face, 1, MOST_FACE);
        rate = bound(rate, 0, 360_000);
        dayCount = bound(dayCount, 0, 364);
        (uint256 less, ) = _harness.discount(face, rate, dayCount, 360);
        (uint256 more, ) = _harness.discount(face, rate + 1, dayCount + 1, 360);
        holds(less <= more, "monotonic");
    }

    function test_Discount_ZeroDaysCostNothing() external pure {
        (uint256 amount, uint256 net) = Money.discount(MOST_FACE, MOST_RATE, 0, 360);
        same(amount, 0, "discount");
        same(net, MOST_FACE, "net");
    }

    function test_Discount_RevertWhen_NoDayBase() external {
        vm.expectRevert(Money.Money_ZeroDayBase.selector);
        _harness.discount(1, 1, 1, 0);
    }

    function testFuzz_Penalty_Definition(uint48 unpaid, uint24 ppm, uint16 late) external pure {
        uint256 exact = uint256(unpaid) * ppm * late;
        same(Money.penalty(unpaid, ppm, late), (2 * exact + 1e6) / 2e6, "penalty");
    }

    /// @dev Over any partition the parts add up to what was paid, and no part gains or loses a cent against its exact share.
    function testFuzz_Share_TelescopesOverAnyPartition(uint256 paid, uint256 face, uint256 seed) external pure {
        face = bound(face, 1, MOST_FACE);
        paid = bound(paid, 0, type(uint64).max);
        uint256 sum = 0;
        uint256 from = 0;
        for (uint256 i = 0; from < face; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            // At most 24 parts: the last takes the rest.
            uint256 to = i == 23 ? face : bound(seed, from + 1, face);
            uint256 part = Money.share(paid, face, from, to);
            uint256 exactFloor = (paid * (to - from)) / face;
            holds(part >= exactFloor && part <= exactFloor + 1, "within a cent of the exact share");
            sum += part;
            from = to;
        }
        same(sum, paid, "sum of the parts");
    }

    function testFuzz_Share_SplittingChangesNothing(uint256 paid, uint256 face, uint256 a, uint256 b, uint256 c) external pure {
        face = bound(face, 3, MOST_FACE);
        paid = bound(paid, 0, type(uint64).max);
        (a, c) = (bound(a, 0, face - 2), face);
        b = bound(b, a + 1, c - 1);
        same(Money.share(paid, face, a, b) + Money.share(paid, face, b, c), Money.share(paid, face, a, c), "split");
    }
}
