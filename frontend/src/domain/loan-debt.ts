import { type DayBase, type DayCount, daysBetween } from "./day-count.ts";
import { interest } from "./interest.ts";

/** A loan as far as its debt depends on it; contracts/libraries/Loan.sol. Amounts in minor units. */
export interface RunningLoan {
  /** Still owed of what was lent. */
  principal: bigint;
  ratePpm: number;
  dayCount: DayCount;
  dayBase: DayBase;
  /** Day from which the principal has been what it is. */
  since: number;
  /** Interest of the periods that have ended. */
  accrued: bigint;
  interestPaid: bigint;
}

export interface Debt {
  principal: bigint;
  interest: bigint;
}

/**
 * What is owed on a day from `since` on: the desk's `debtOf`.
 * @throws DomainError `DaysReversed`
 */
export function debtOn(loan: RunningLoan, day: number): Debt {
  const running = interest({
    amountMinor: loan.principal,
    ratePpm: BigInt(loan.ratePpm),
    days: daysBetween(loan.since, day, loan.dayCount),
    base: loan.dayBase,
  });
  return { principal: loan.principal, interest: loan.accrued + running - loan.interestPaid };
}

/** How a payment is shared out: interest first. @param amount At most the debt. */
export function creditOf(debt: Debt, amount: bigint): Debt {
  const paid = amount < debt.interest ? amount : debt.interest;
  return { principal: amount - paid, interest: paid };
}

/** The last day before the lender may take what secures the loan. */
export function lastDayToRepay({ repayBy, graceDays }: { repayBy: number; graceDays: number }): number {
  return repayBy + graceDays;
}
