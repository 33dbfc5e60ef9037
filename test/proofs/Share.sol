// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Money } from "../../contracts/libraries/Money.sol";

/// @dev Proved by `npm run prove` for every input, on the library itself: what a range of cents is owed of a payment. `paid` may exceed
/// `face`: a penalty is telescoped in the same way.
contract Share {
    modifier given(uint48 face, uint48 from, uint48 to) {
        require(face != 0 && from < to && to <= face);
        _;
    }

    function telescopes(uint48 paid, uint48 face, uint48 from, uint48 cut, uint48 to) external pure given(face, from, to) {
        require(from < cut && cut < to);
        uint256 parts = Money.share(paid, face, from, cut) + Money.share(paid, face, cut, to);
        assert(parts == Money.share(paid, face, from, to));
    }

    function wholeIsPaidExactly(uint48 paid, uint48 face) external pure {
        require(face != 0);
        assert(Money.share(paid, face, 0, face) == paid);
    }

    function neverMoreThanTheCents(uint48 paid, uint48 face, uint48 from, uint48 to) external pure given(face, from, to) {
        require(paid <= face);
        assert(Money.share(paid, face, from, to) <= to - from);
    }

    /// @dev Less than one cent above `paid · (to − from) / face`.
    function lessThanACentAbove(uint48 paid, uint48 face, uint48 from, uint48 to) external pure given(face, from, to) {
        assert(Money.share(paid, face, from, to) * face < uint256(paid) * (to - from) + face);
    }

    function lessThanACentBelow(uint48 paid, uint48 face, uint48 from, uint48 to) external pure given(face, from, to) {
        assert((Money.share(paid, face, from, to) + 1) * face > uint256(paid) * (to - from));
    }

    /// @dev More money never makes the head's share smaller …
    function headGrowsWithPayment(uint48 paid, uint48 more, uint48 face, uint48 to) external pure given(face, 0, to) {
        require(paid <= more);
        assert(Money.share(paid, face, 0, to) <= Money.share(more, face, 0, to));
    }

    /// @dev … but may make another range's smaller, by one cent at most (cent 2 of 5 is owed 1 of 2 paid and 0 of 3): who pays out
    /// differences of shares must not assume that they grow.
    function fallsByACentAtMost(
        uint48 paid,
        uint48 more,
        uint48 face,
        uint48 from,
        uint48 to
    ) external pure given(face, from, to) {
        require(paid <= more);
        assert(Money.share(paid, face, from, to) <= Money.share(more, face, from, to) + 1);
    }
}
