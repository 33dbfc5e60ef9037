// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import { Calendar, DayCount } from "./Calendar.sol";
import { Money } from "./Money.sol";
import { ReceivableId } from "./ReceivableId.sol";

/// @notice A loan against locked cents. Four storage slots; amounts in minor units, days since 1970-01-01 in the policy's time zone.
/// @param lender The bank's account when it lent; its account in force is paid.
/// @param principal Still owed.
/// @param ratePpm Yearly rate in parts per million; the same after `repayBy`.
/// @param repayBy Day by which it is to be repaid.
/// @param graceDays So many days after `repayBy` the lender may foreclose.
/// @param borrower Who held the cents and was paid the principal.
/// @param from First cent that secures the loan. Before the due day it rises as cents are unlocked or seized.
/// @param to First cent after them.
/// @param since Day from which the principal has been what it is.
/// @param accrued Interest of the periods that have ended: each repayment of principal ends one.
/// @param paid Interest paid so far.
struct Loan {
    address lender;
    uint48 principal;
    uint24 ratePpm;
    uint16 repayBy;
    uint8 graceDays;
    address borrower;
    uint48 from;
    uint48 to;
    ReceivableId receivable;
    uint16 dueDay;
    int8 utcOffsetHours;
    uint8 currency;
    uint16 since;
    uint16 dayBase;
    DayCount dayCount;
    uint64 accrued;
    uint64 paid;
}

/// @notice What is owed on a loan, in minor units.
struct Debt {
    uint48 principal;
    uint64 interest;
}

using { today, isDue, isInDefault, debtOn, credit } for Loan global;
using { total } for Debt global;

function total(Debt memory debt) pure returns (uint64) {
    return debt.principal + debt.interest;
}

function today(Loan memory loan) view returns (uint16) {
    return Calendar.dayAt(block.timestamp, loan.utcOffsetHours);
}

/// @notice Whether the receivable's due day has come. From then on nobody can lock its cents any more.
function isDue(Loan memory loan, uint16 day) pure returns (bool) {
    return day >= loan.dueDay;
}

/// @notice Whether the lender may foreclose, if anything is owed.
function isInDefault(Loan memory loan, uint16 day) pure returns (bool) {
    return day > uint256(loan.repayBy) + loan.graceDays;
}

/// @notice What is owed on a day: `roundHalfUp(principal · rate · days / (base · 10^6))` of interest for each period in which the
/// principal was the same, less what was paid of it.
function debtOn(Loan memory loan, uint16 day) pure returns (Debt memory) {
    uint256 dayCount = Calendar.daysBetween(loan.since, day, loan.dayCount);
    uint256 running = Money.divHalfUp(uint256(loan.principal) * loan.ratePpm * dayCount, loan.dayBase * Money.PPM);
    // Safe: 48 bits of principal, 24 of rate and 16 of days, divided by more than 2^28.
    return Debt(loan.principal, loan.accrued + uint64(running) - loan.paid);
}

/// @notice Takes a payment off the debt, interest first. Interest alone ends no period, so that paying often rounds nothing away.
/// @param amount At most the debt on that day.
function credit(Loan memory loan, uint16 day, uint64 amount) pure returns (uint64 interest, uint48 principal) {
    uint64 due = loan.debtOn(day).interest;
    interest = amount < due ? amount : due;
    // Safe: at most the principal, by what the caller has checked; more would underflow below.
    principal = uint48(amount - interest);
    if (principal != 0) {
        (loan.accrued, loan.since) = (loan.paid + due, day);
        loan.principal -= principal;
    }
    loan.paid += interest;
}
