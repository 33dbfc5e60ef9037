// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Debt, Loan } from "../../contracts/libraries/Loan.sol";
import { Money } from "../../contracts/libraries/Money.sol";
import { Check } from "../helpers/Check.sol";
import { bound } from "../helpers/Vm.sol";

contract LoanTest is Check {
    uint256 private constant MOST_PAYMENTS = 12;

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
        (uint16 day, uint16 since) = (20_000, 20_000);
        uint256 paid = 0;
        uint256 expected = principal;
        for (uint256 i = 0; loan.debtOn(day).total() != 0; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            day += uint16(seed % 40);
            uint64 owed = loan.debtOn(day).total();
            uint64 amount = i == MOST_PAYMENTS ? owed : uint64(bound(seed >> 16, 1, owed));
            Debt memory before = loan.debtOn(day);
            uint256 running = Money.divHalfUp(uint256(before.principal) * ratePpm * (day - since), 360e6);
            (uint64 interest, uint48 reduced) = loan.credit(day, amount);
            same(interest + reduced, amount, "all of the payment");
            holds(reduced == 0 || interest == before.interest, "interest first");
            same(loan.debtOn(day).total(), owed - amount, "the debt falls by the payment");
            if (reduced != 0) (expected, since) = (expected + running, day);
            paid += amount;
        }
        same(paid, expected, "principal and interest");
    }
}
