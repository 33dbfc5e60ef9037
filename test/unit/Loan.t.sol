// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Debt, Loan } from "../../contracts/libraries/Loan.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

contract LoanTest is Check {
    uint256 private constant MOST_PAYMENTS = 12;

    /// @dev What a test knows of a loan by itself: days, and what was and should be paid so far.
    struct Book {
        uint16 day;
        uint16 since;
        uint256 paid;
        uint256 expected;
    }

    function _loan(uint48 principal, uint24 ratePpm) private pure returns (Loan memory loan) {
        (loan.principal, loan.ratePpm, loan.since, loan.dayBase) = (principal, ratePpm, 20_000, 360);
    }

    function test_Debt_Vectors() external pure {
        Loan memory loan = _loan(1_000_000, 180_000);
        same(loan.debtOn(20_007).interest, 3_500, "7 days at 18 %");
        loan = _loan(1_000_000, 240_000);
        same(loan.debtOn(20_007).interest, 4_667, "7 days at 24 %");
        same(loan.debtOn(20_014).interest, 9_333, "14 days at 24 %");
    }

    /// @dev The largest loan at the highest rate for as long as days are counted fits, and is never beyond repayment.
    function test_Debt_FitsAtTheExtremes() external pure {
        Loan memory loan = _loan(type(uint48).max, type(uint24).max);
        loan.since = 0;
        uint64 owed = loan.debtOn(type(uint16).max).total();
        uint256 exact = Money.divHalfUp(uint256(type(uint48).max) * type(uint24).max * type(uint16).max, 360e6);
        same(owed, exact + type(uint48).max, "nothing is cut off");
        loan.credit(type(uint16).max, owed);
        same(loan.debtOn(type(uint16).max).total(), 0, "repaid");
    }

    /// @dev However it is paid, the sum paid is the principal and the rounded interest of each period of one principal.
    function testFuzz_Credit_PaysPrincipalAndInterestOfEachPeriod(
        uint48 principal,
        uint24 ratePpm,
        uint256 seed
    ) external pure {
        principal = uint48(bound(principal, 1, type(uint48).max));
        Loan memory loan = _loan(principal, ratePpm);
        Book memory book = Book(20_000, 20_000, 0, principal);
        for (uint256 i = 0; loan.debtOn(book.day).total() != 0; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            book.day += uint16(seed % 40);
            uint64 owed = loan.debtOn(book.day).total();
            _credit(loan, book, i == MOST_PAYMENTS ? owed : uint64(bound(seed >> 16, 1, owed)));
        }
        same(book.paid, book.expected, "principal and interest");
    }

    /// @dev One payment; interest is rounded once for each period in which the principal stayed the same.
    function _credit(Loan memory loan, Book memory book, uint64 amount) private pure {
        Debt memory before = loan.debtOn(book.day);
        uint64 owed = before.total();
        uint256 rated = uint256(before.principal) * loan.ratePpm * (book.day - book.since);
        (uint64 interest, uint48 reduced) = loan.credit(book.day, amount);
        same(interest + reduced, amount, "all of the payment");
        holds(reduced == 0 || interest == before.interest, "interest first");
        same(loan.debtOn(book.day).total(), owed - amount, "the debt falls by the payment");
        if (reduced != 0) (book.expected, book.since) = (book.expected + Money.divHalfUp(rated, 360e6), book.day);
        book.paid += amount;
    }
}
