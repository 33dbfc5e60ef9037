// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Money
/// @notice The product's arithmetic: integers in minor units, rates in parts per million, one rounding, at the end.
library Money {
    uint256 internal constant PPM = 1_000_000;

    error Money_DiscountExceedsFace(uint256 face, uint256 discount);
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
        require(dayBase != 0, Money_ZeroDayBase());
        amount = divHalfUp(face * ratePpm * daysToRun, dayBase * PPM);
        require(amount <= face, Money_DiscountExceedsFace(face, amount));
        net = face - amount;
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

    function divHalfUp(uint256 numerator, uint256 denominator) internal pure returns (uint256) {
        return (numerator + denominator / 2) / denominator;
    }
}
