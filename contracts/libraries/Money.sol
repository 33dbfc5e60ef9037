// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Money
/// @notice The product's arithmetic: integers in minor units, rates in parts per million, one rounding, at the end.
library Money {
    uint256 internal constant PPM = 1_000_000;
    uint256 internal constant MOST_FACE = type(uint48).max;

    error Money_DiscountExceedsFace(uint256 face, uint256 discount);
    error Money_FaceTooLarge(uint256 face, uint256 most);
    error Money_HaircutOutOfRange(uint256 haircutPpm);
    error Money_RateLeavesNothing(uint256 ratePpm, uint256 daysToRun, uint256 dayBase);
    error Money_RecoveredExceedsFace(uint256 face, uint256 recovered);
    error Money_ZeroDayBase();

    /// @notice Bank discount: `D = roundHalfUp(face · rate · days / (base · 10^6))`, `net = face − D`.
    /// @param ratePpm Yearly rate in parts per million: 3.85 % = 38 500.
    /// @param daysToRun Days from the value date to the due day.
    /// @param dayBase Days of the rate's year: 360 or 365.
    function discount(
        uint256 face,
        uint256 ratePpm,
        uint256 daysToRun,
        uint256 dayBase
    ) internal pure returns (uint256 amount, uint256 net) {
        amount = interest(face, ratePpm, daysToRun, dayBase);
        require(amount <= face, Money_DiscountExceedsFace(face, amount));
        net = face - amount;
    }

    /// @notice The smallest face whose net is at least `asked`, to the cent: what to sell for a wanted amount of cash. Zero for zero.
    /// @dev With k = rate · days and m = base · 10^6, `net(f) = f − floor((f·k + m/2) / m)`; m is even. So `net(f) ≥ asked` means
    /// `f·(m − k) > m·asked − m/2`, and the smallest such f is `floor((m·asked + m/2 − k) / (m − k))`, exactly.
    /// Reverts when the rate over these days takes every face whole (k ≥ m), or when the face would need more than 48 bits.
    function faceForNet(
        uint256 asked,
        uint256 ratePpm,
        uint256 daysToRun,
        uint256 dayBase
    ) internal pure returns (uint256 face) {
        require(dayBase != 0, Money_ZeroDayBase());
        uint256 whole = dayBase * PPM;
        uint256 taken = ratePpm * daysToRun;
        require(taken < whole, Money_RateLeavesNothing(ratePpm, daysToRun, dayBase));
        if (asked == 0) return 0;
        face = (whole * asked + whole / 2 - taken) / (whole - taken);
        require(face <= MOST_FACE, Money_FaceTooLarge(face, MOST_FACE));
    }

    /// @notice Simple interest, on a loan as on a face: `roundHalfUp(amount · rate · days / (base · 10^6))`. It may exceed the amount.
    function interest(uint256 amount, uint256 ratePpm, uint256 daysToRun, uint256 dayBase) internal pure returns (uint256) {
        require(dayBase != 0, Money_ZeroDayBase());
        return divHalfUp(amount * ratePpm * daysToRun, dayBase * PPM);
    }

    /// @notice The most that a pledge of `face` secures: `floor(face · (1 − haircut))`.
    /// @param haircutPpm 0 (all of the face) to 1 000 000 (nothing).
    function maxLoan(uint256 face, uint256 haircutPpm) internal pure returns (uint256) {
        require(haircutPpm <= PPM, Money_HaircutOutOfRange(haircutPpm));
        return (face * (PPM - haircutPpm)) / PPM;
    }

    /// @notice What a bank may claim from whoever sold to it with recourse: `face − recovered + penalty`.
    /// @param recovered Of the face; what was recovered of the penalty is not part of `penaltyOwed`.
    function claim(uint256 face, uint256 recovered, uint256 penaltyOwed) internal pure returns (uint256) {
        require(recovered <= face, Money_RecoveredExceedsFace(face, recovered));
        return face - recovered + penaltyOwed;
    }

    /// @notice Late-payment penalty on an amount that stayed unpaid: `roundHalfUp(unpaid · ppmPerDay · days / 10^6)`.
    function penalty(uint256 unpaid, uint256 ppmPerDay, uint256 daysLate) internal pure returns (uint256) {
        return divHalfUp(unpaid * ppmPerDay * daysLate, PPM);
    }

    /// @notice What the cents [from, to) are owed of a cumulative payment `paid` on `face`: `floor(paid·to/face) − floor(paid·from/face)`.
    /// Over any partition of [0, face) these add up to `paid` exactly, so no split gains a cent.
    function share(uint256 paid, uint256 face, uint256 from, uint256 to) internal pure returns (uint256) {
        return (paid * to) / face - (paid * from) / face;
    }

    /// @notice How far the mark of the cents [from, to) rises when `sum` was paid in all, and what they gain by it.
    /// The share of single cents is not monotone in the sum (of 5 cents, [2, 3) is owed 1 of 2 and 0 of 3): who has had more already keeps
    /// it and gains nothing, and for so long there can be some cents less than all shares need. What they gain never exceeds `room`.
    /// @param mark The sum they have had their share of.
    /// @param room Most that can be paid now.
    function rise(
        uint256 mark,
        uint256 sum,
        uint256 room,
        uint256 face,
        uint256 from,
        uint256 to
    ) internal pure returns (uint256 after_, uint256 gain) {
        uint256 had = share(mark, face, from, to);
        uint256 owed = share(sum, face, from, to);
        if (owed > had + room) {
            // Rounded down, so that the share of the lower sum, itself rounded either way, is within had + room.
            sum = ((had + room) * face) / (to - from);
            owed = share(sum, face, from, to);
        }
        return sum > mark && owed > had ? (sum, owed - had) : (mark, 0);
    }

    /// @notice A sum, not above `sum`, whose share the cents [from, to) are sure to be owed of every larger sum: at most a cent less than
    /// their share of `sum`.
    function certain(uint256 sum, uint256 face, uint256 from, uint256 to) internal pure returns (uint256) {
        return (((sum * (to - from)) / face) * face) / (to - from);
    }

    function divHalfUp(uint256 numerator, uint256 denominator) internal pure returns (uint256) {
        return (numerator + denominator / 2) / denominator;
    }
}
