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

    /// @dev The smallest face: its net is enough, the net of one cent less is not. Or an error, and then no face of 48 bits would do.
    function testFuzz_FaceForNet_SmallestOrReverts(uint256 asked, uint256 rate, uint256 dayCount, bool long) external view {
        (asked, rate) = (bound(asked, 0, MOST_FACE), bound(rate, 0, MOST_RATE));
        dayCount = bound(dayCount, 0, rate == 0 ? 366 : (366 * 1e6) / rate);
        uint256 base = long ? 365 : 360;
        try _harness.faceForNet(asked, rate, dayCount, base) returns (uint256 face) {
            holds(face <= MOST_FACE, "48 bits");
            (, uint256 net) = Money.discount(face, rate, dayCount, base);
            holds(net >= asked, "enough");
            if (face == 0) return same(asked, 0, "nothing for nothing only");
            (, net) = Money.discount(face - 1, rate, dayCount, base);
            holds(net < asked, "no cent too many");
        } catch (bytes memory reason) {
            if (rate * dayCount >= base * 1e6) return isError(reason, Money.Money_RateLeavesNothing.selector);
            isError(reason, Money.Money_FaceTooLarge.selector);
            (, uint256 most) = Money.discount(MOST_FACE, rate, dayCount, base);
            holds(most < asked, "the largest face is not enough");
        }
    }

    /// @dev Within a rate's last day before it takes all, where a cent more of net needs a great deal of face.
    function testFuzz_FaceForNet_BesideTheWholeFace(uint256 asked, uint256 left, bool long) external pure {
        uint256 base = long ? 365 : 360;
        left = bound(left, 1, 1000);
        asked = bound(asked, 1, (MOST_FACE * left) / (base * 1e6) - 1);
        uint256 rate = base * 1e6 - left;
        uint256 face = Money.faceForNet(asked, rate, 1, base);
        (, uint256 net) = Money.discount(face, rate, 1, base);
        (, uint256 less) = Money.discount(face - 1, rate, 1, base);
        holds(net >= asked && less < asked, "smallest");
    }

    function test_FaceForNet_ZeroDaysAndZeroRate() external pure {
        same(Money.faceForNet(MOST_FACE, MOST_RATE, 0, 360), MOST_FACE, "due today");
        same(Money.faceForNet(MOST_FACE, 0, 365, 365), MOST_FACE, "free");
        same(Money.faceForNet(0, 359_999_999, 1, 360), 0, "nothing");
        same(Money.faceForNet(2_923_500, 54_000, 170, 360), 3_000_000, "vector 2, backwards");
    }

    function test_FaceForNet_RevertWhen_NothingIsLeft() external {
        vm.expectRevert(abi.encodeWithSelector(Money.Money_RateLeavesNothing.selector, 1_000_000, 360, 360));
        _harness.faceForNet(1, 1_000_000, 360, 360);
    }

    function test_FaceForNet_RevertWhen_FaceNeedsMoreThan48Bits() external {
        vm.expectRevert(abi.encodeWithSelector(Money.Money_FaceTooLarge.selector, MOST_FACE + 1, MOST_FACE));
        _harness.faceForNet(MOST_FACE + 1, 0, 0, 360);
        vm.expectRevert(abi.encodeWithSelector(Money.Money_FaceTooLarge.selector, 2 * MOST_FACE, MOST_FACE));
        _harness.faceForNet(MOST_FACE, 500_000, 360, 360);
    }

    function test_FaceForNet_RevertWhen_NoDayBase() external {
        vm.expectRevert(Money.Money_ZeroDayBase.selector);
        _harness.faceForNet(1, 1, 1, 0);
    }

    function testFuzz_Interest_Definition(uint48 loan, uint24 rate, uint16 dayCount, bool long) external pure {
        uint256 base = long ? 365 : 360;
        uint256 exact = uint256(loan) * rate * dayCount;
        same(Money.interest(loan, rate, dayCount, base), (2 * exact + base * 1e6) / (base * 2e6), "interest");
    }

    function test_Interest_MayExceedTheLoan() external pure {
        same(Money.interest(1_000_000, 1_000_000, 720, 360), 2_000_000, "two years at 100 %");
    }

    function test_Interest_RevertWhen_NoDayBase() external {
        vm.expectRevert(Money.Money_ZeroDayBase.selector);
        _harness.interest(1, 1, 1, 0);
    }

    /// @dev The loan and the haircut make up the face, to less than a cent, and never more.
    function testFuzz_MaxLoan_Definition(uint48 face, uint256 haircut) external pure {
        haircut = bound(haircut, 0, 1e6);
        uint256 loan = Money.maxLoan(face, haircut);
        uint256 exact = uint256(face) * (1e6 - haircut);
        holds(loan * 1e6 <= exact && exact < (loan + 1) * 1e6, "floor");
    }

    function test_MaxLoan_Ends() external pure {
        same(Money.maxLoan(MOST_FACE, 0), MOST_FACE, "no haircut");
        same(Money.maxLoan(MOST_FACE, 1e6), 0, "all of it");
        same(Money.maxLoan(999, 1), 998, "rounded down");
    }

    function testFuzz_MaxLoan_RevertWhen_HaircutAboveTheFace(uint256 haircut) external {
        haircut = bound(haircut, 1e6 + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Money.Money_HaircutOutOfRange.selector, haircut));
        _harness.maxLoan(100, haircut);
    }

    function testFuzz_Claim_Definition(uint48 face, uint256 recovered, uint64 late) external pure {
        recovered = bound(recovered, 0, face);
        same(Money.claim(face, recovered, late) + recovered, uint256(face) + late, "claim");
    }

    function testFuzz_Claim_RevertWhen_MoreRecoveredThanOwed(uint48 face, uint256 recovered) external {
        recovered = bound(recovered, uint256(face) + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(Money.Money_RecoveredExceedsFace.selector, face, recovered));
        _harness.claim(face, recovered, 1);
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

    function isError(bytes memory reason, bytes4 selector) private pure {
        holds(bytes4(reason) == selector, "a named reason");
    }
}
