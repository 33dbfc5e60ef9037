// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice How the days between two dates are counted.
enum DayCount {
    Actual,
    Thirty360
}

/// @title Calendar
/// @notice Days since 1970-01-01 in a policy's time zone, and the two ways to count between them.
library Calendar {
    error Calendar_DaysReversed(uint16 from, uint16 to);

    /// @notice The day it is at `timestamp` where clocks show UTC + `utcOffsetHours` (−12 to 14).
    function dayAt(uint256 timestamp, int8 utcOffsetHours) internal pure returns (uint16) {
        // Unchecked: a block's time has fewer than 64 bits and is at least 1970-01-02, an offset is less than a day.
        unchecked {
            return uint16(uint256(int256(timestamp) + int256(utcOffsetHours) * 1 hours) / 1 days);
        }
    }

    /// @notice Days from `from` to `to` under a convention. 30/360 is the bond basis (30E/360 differs on month ends; see ISDA 2006, 4.16(f)).
    function daysBetween(uint16 from, uint16 to, DayCount convention) internal pure returns (uint256) {
        require(from <= to, Calendar_DaysReversed(from, to));
        if (convention == DayCount.Actual) return to - from;
        (uint256 y1, uint256 m1, uint256 d1) = civil(from);
        (uint256 y2, uint256 m2, uint256 d2) = civil(to);
        if (d1 == 31) d1 = 30;
        if (d2 == 31 && d1 == 30) d2 = 30;
        return y2 * 360 + m2 * 30 + d2 - (y1 * 360 + m1 * 30 + d1);
    }

    /// @notice The Gregorian date of a day. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    function civil(uint16 day) internal pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        uint256 z = uint256(day) + 719_468;
        uint256 era = z / 146_097;
        uint256 dayOfEra = z % 146_097;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        uint256 shifted = (5 * dayOfYear + 2) / 153;
        dayOfMonth = dayOfYear - (153 * shifted + 2) / 5 + 1;
        month = shifted < 10 ? shifted + 3 : shifted - 9;
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    }
}
