// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Calendar, DayCount } from "../libraries/Calendar.sol";
import { Money } from "../libraries/Money.sol";
import { ReceivableId, receivableIdOf } from "../libraries/ReceivableId.sol";
import { SliceId, sliceIdOf } from "../libraries/SliceId.sol";
import { SliceWord, packSlice } from "../libraries/SliceWord.sol";

/// @title ArithmeticHarness
/// @notice The libraries' pure functions as calls, so that tests can hold them against other implementations. Test only.
contract ArithmeticHarness {
    uint256 private constant WORD = 32;
    /// @dev Words of an answer: what it is, and at most three values.
    uint256 private constant ANSWER = 4;

    error Harness_InputsUneven(uint256 bytesGiven, uint256 bytesEach);

    /// @notice Calls one of the functions below many times.
    /// @param words How many words one call's arguments take.
    /// @param inputs The arguments of all calls, one after the other.
    /// @return answers Four words for each call: 0 and what it returned, or its error's selector and values; zeros fill up.
    function evaluate(bytes4 selector, uint256 words, bytes calldata inputs) external view returns (uint256[] memory answers) {
        uint256 size = words * WORD;
        require(inputs.length % size == 0, Harness_InputsUneven(inputs.length, size));
        answers = new uint256[]((inputs.length / size) * ANSWER);
        for (uint256 i = 0; i < inputs.length / size; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool good, bytes memory data) = address(this).staticcall(bytes.concat(selector, inputs[i * size:(i + 1) * size]));
            uint256 first = i * ANSWER;
            bytes memory row = bytes.concat(new bytes(good ? WORD : WORD - selector.length), data, new bytes(ANSWER * WORD));
            (answers[first], answers[first + 1], answers[first + 2], answers[first + 3]) = abi.decode(
                row,
                (uint256, uint256, uint256, uint256)
            );
        }
    }

    function discount(
        uint256 face,
        uint256 ratePpm,
        uint256 daysToRun,
        uint256 dayBase
    ) external pure returns (uint256 amount, uint256 net) {
        return Money.discount(face, ratePpm, daysToRun, dayBase);
    }

    function faceForNet(uint256 asked, uint256 ratePpm, uint256 daysToRun, uint256 dayBase) external pure returns (uint256) {
        return Money.faceForNet(asked, ratePpm, daysToRun, dayBase);
    }

    function interest(uint256 amount, uint256 ratePpm, uint256 daysToRun, uint256 dayBase) external pure returns (uint256) {
        return Money.interest(amount, ratePpm, daysToRun, dayBase);
    }

    function maxLoan(uint256 face, uint256 haircutPpm) external pure returns (uint256) {
        return Money.maxLoan(face, haircutPpm);
    }

    function claim(uint256 face, uint256 recovered, uint256 penaltyOwed) external pure returns (uint256) {
        return Money.claim(face, recovered, penaltyOwed);
    }

    function penalty(uint256 unpaid, uint256 ppmPerDay, uint256 daysLate) external pure returns (uint256) {
        return Money.penalty(unpaid, ppmPerDay, daysLate);
    }

    function share(uint256 paid, uint256 face, uint256 from, uint256 to) external pure returns (uint256) {
        return Money.share(paid, face, from, to);
    }

    function rise(
        uint256 mark,
        uint256 sum,
        uint256 room,
        uint256 face,
        uint256 from,
        uint256 to
    ) external pure returns (uint256 after_, uint256 gain) {
        return Money.rise(mark, sum, room, face, from, to);
    }

    function certain(uint256 sum, uint256 face, uint256 from, uint256 to) external pure returns (uint256) {
        return Money.certain(sum, face, from, to);
    }

    function divHalfUp(uint256 numerator, uint256 denominator) external pure returns (uint256) {
        return Money.divHalfUp(numerator, denominator);
    }

    function dayAt(uint256 timestamp, int8 utcOffsetHours) external pure returns (uint16) {
        return Calendar.dayAt(timestamp, utcOffsetHours);
    }

    function daysBetween(uint16 from, uint16 to, DayCount convention) external pure returns (uint256) {
        return Calendar.daysBetween(from, to, convention);
    }

    function civil(uint16 day) external pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        return Calendar.civil(day);
    }

    function receivableId(bytes20 obligor, bytes20 creditor, bytes32 invoiceKey) external pure returns (ReceivableId) {
        return receivableIdOf(obligor, creditor, invoiceKey);
    }

    function sliceId(ReceivableId id, uint48 start) external pure returns (SliceId) {
        return sliceIdOf(id, start);
    }

    function sliceWord(address holder, uint48 end, uint8 hops, uint8 flags, uint32 sequence) external pure returns (SliceWord) {
        return packSlice(holder, end, hops, flags, sequence);
    }
}
