// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Calendar, DayCount } from "../../contracts/libraries/Calendar.sol";
import { ArithmeticHarness } from "../../contracts/mocks/ArithmeticHarness.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

contract CalendarTest is Check {
    uint16 private constant DAY_2004_02_01 = 12_449;
    uint16 private constant DAY_2004_03_03 = 12_480;
    uint16 private constant DAY_2006_08_20 = 13_380;
    uint16 private constant DAY_2007_02_20 = 13_564;
    uint16 private constant DAY_2024_02_29 = 19_782;
    uint16 private constant DAY_2100_02_28 = 47_540;
    /// @dev Days before the first of each month of a common year.
    uint16[12] private _monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    function test_Civil_KnownDays() external pure {
        _sameDate(0, 1970, 1, 1);
        _sameDate(DAY_2004_02_01, 2004, 2, 1);
        _sameDate(DAY_2007_02_20, 2007, 2, 20);
        _sameDate(DAY_2024_02_29, 2024, 2, 29);
        _sameDate(DAY_2024_02_29 + 1, 2024, 3, 1);
        // The first day of an era of 400 years, which the algorithm counts in.
        _sameDate(11_017, 2000, 3, 1);
        // 2100 is no leap year.
        _sameDate(DAY_2100_02_28, 2100, 2, 28);
        _sameDate(DAY_2100_02_28 + 1, 2100, 3, 1);
        _sameDate(type(uint16).max, 2149, 6, 6);
    }

    /// @dev Every day of the 16 bits, counted the schoolbook way.
    function testFuzz_Civil_CountsBackToTheDay(uint16 day) external view {
        (uint256 y, uint256 m, uint256 d) = Calendar.civil(day);
        uint256 leapsBefore = (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400 - 477;
        bool leapYear = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        uint256 counted = (y - 1970) * 365 + leapsBefore + _monthStarts[m - 1] + (leapYear && m > 2 ? 1 : 0) + d - 1;
        same(counted, day, "day");
    }

    function test_DayAt_MidnightInEachZone() external pure {
        int8[6] memory zones = [int8(-12), -5, 0, 1, 8, 14];
        for (uint256 i = 0; i < zones.length; ++i) {
            uint256 midnight = uint256(int256(20_000 days) - int256(zones[i]) * 1 hours);
            same(Calendar.dayAt(midnight, zones[i]), 20_000, "00:00:00");
            same(Calendar.dayAt(midnight - 1, zones[i]), 19_999, "23:59:59 the day before");
            same(Calendar.dayAt(midnight + 1 days - 1, zones[i]), 20_000, "23:59:59");
        }
    }

    function test_DayAt_UtcPlus8IsAheadFrom16OClock() external pure {
        same(Calendar.dayAt(20_000 days + 16 hours - 1, 8), 20_000, "15:59:59 UTC");
        same(Calendar.dayAt(20_000 days + 16 hours, 8), 20_001, "16:00:00 UTC");
    }

    function test_DaysBetween_Vector7() external pure {
        same(Calendar.daysBetween(DAY_2006_08_20, DAY_2007_02_20, DayCount.Actual), 184, "ACT half a year");
        same(Calendar.daysBetween(DAY_2004_02_01, DAY_2004_03_03, DayCount.Actual), 31, "ACT over a leap day");
        same(Calendar.daysBetween(DAY_2004_02_01, DAY_2004_03_03, DayCount.Thirty360), 32, "30/360 over a leap day");
    }

    /// @dev Bond basis: the 31st counts as the 30th at the start, at the end only when the start is the 30th or 31st.
    function test_DaysBetween_MonthEnds() external pure {
        uint16 jan30 = 19_752; // 2024
        same(Calendar.daysBetween(jan30, jan30 + 1, DayCount.Thirty360), 0, "30 to 31 January");
        same(Calendar.daysBetween(jan30 - 1, jan30 + 1, DayCount.Thirty360), 2, "29 to 31 January");
        same(Calendar.daysBetween(jan30 + 1, jan30 + 61, DayCount.Thirty360), 60, "31 January to 31 March");
        same(Calendar.daysBetween(jan30 + 1, DAY_2024_02_29, DayCount.Thirty360), 29, "31 January to 29 February");
        same(Calendar.daysBetween(DAY_2024_02_29, jan30 + 61, DayCount.Thirty360), 32, "29 February to 31 March");
    }

    function testFuzz_DaysBetween_SameDayIsZero(uint16 day) external pure {
        same(Calendar.daysBetween(day, day, DayCount.Actual), 0, "ACT");
        same(Calendar.daysBetween(day, day, DayCount.Thirty360), 0, "30/360");
    }

    /// @dev Never negative, and never further from the actual days than the calendar can explain.
    function testFuzz_DaysBetween_Thirty360NearActual(uint16 a, uint16 b) external pure {
        (uint16 from, uint16 to) = a < b ? (a, b) : (b, a);
        uint256 actual = to - from;
        uint256 counted = Calendar.daysBetween(from, to, DayCount.Thirty360);
        holds(counted * 365 <= actual * 361 + 4 * 365 && counted * 367 + 4 * 367 >= actual * 360, "near actual");
    }

    function testFuzz_DaysBetween_RevertWhen_Reversed(uint16 a, uint16 b, bool thirty) external {
        vm.assume(a != b);
        (uint16 from, uint16 to) = a > b ? (a, b) : (b, a);
        ArithmeticHarness harness = new ArithmeticHarness();
        vm.expectRevert(abi.encodeWithSelector(Calendar.Calendar_DaysReversed.selector, from, to));
        harness.daysBetween(from, to, thirty ? DayCount.Thirty360 : DayCount.Actual);
    }

    function testFuzz_DayAt_MovesWithTheZone(uint256 timestamp, uint256 hour) external pure {
        timestamp = bound(timestamp, 1 days, 65_000 days);
        int8 zone = int8(int256(bound(hour, 0, 26)) - 12);
        uint256 local = uint256(int256(timestamp) + int256(zone) * 1 hours);
        same(Calendar.dayAt(timestamp, zone), local / 1 days, "day");
    }

    function _sameDate(uint16 day, uint256 year, uint256 month, uint256 dayOfMonth) private pure {
        (uint256 y, uint256 m, uint256 d) = Calendar.civil(day);
        same(y, year, "year");
        same(m, month, "month");
        same(d, dayOfMonth, "day of month");
    }
}
