import { dayOf } from "../../domain/day-count.ts";
import { loanActs, type Part, partsOf } from "../../domain/loan-acts.ts";
import { debtOn, lastDayToRepay, type RunningLoan } from "../../domain/loan-debt.ts";
import { DUE_AHEAD, type InboxItem, itemOf, type Now, urgencyOf } from "./item.ts";

interface Loan extends RunningLoan {
  id: bigint;
  lender: string;
  borrower: string;
  receivableId: string;
  state: string;
  start: bigint;
  end: bigint;
  currency: number;
  repayBy: number;
  graceDays: number;
  utcOffsetHours: number;
  surplus: bigint;
}

interface Known {
  /** The organisation's accounts, in lower case. */
  own: readonly string[];
  receivables: readonly { id: string; paidInFull: boolean }[];
  slices: readonly (Part & { receivableId: string })[];
}

/** Loans that are to be repaid soon or late, on either side, with what is owed today. */
export function loanItems(loans: readonly Loan[], known: Known, { timestamp }: Now): InboxItem[] {
  return loans.flatMap((loan) => {
    if (loan.state !== "open") return [];
    // The index may be a block ahead of the clock.
    const today = Math.max(dayOf(timestamp, loan.utcOffsetHours), loan.since);
    if (loan.repayBy > today + DUE_AHEAD) return [];
    const isLender = known.own.includes(loan.lender.toLowerCase());
    return [isLender ? lentItem(loan, known, today) : borrowedItem(loan, today)];
  });
}

function borrowedItem(loan: Loan, today: number): InboxItem {
  const { repayBy, lender } = loan;
  const facts = { day: repayBy, nextDay: lastDayToRepay(loan) + 1, money: owedOn(loan, today), party: lender };
  return itemOf("loanToRepay", urgencyOf(repayBy, today), loan.id, facts);
}

function lentItem(loan: Loan, { receivables, slices }: Known, today: number): InboxItem {
  const { repayBy, graceDays, surplus } = loan;
  const acts = loanActs({
    ...{ debt: debtOn(loan, today), repayBy, graceDays, today, surplus, isLender: true, waiting: 0n },
    parts: partsOf(loan, slices),
    paidInFull: receivables.some(({ id, paidInFull }) => id === loan.receivableId && paidInFull),
  });
  const facts = {
    day: repayBy,
    nextDay: lastDayToRepay(loan) + 1,
    money: owedOn(loan, today),
    party: loan.borrower,
    receivableId: loan.receivableId,
  };
  if (acts.includes("foreclose")) return itemOf("loanToForeclose", "late", loan.id, facts);
  return itemOf("loanDue", urgencyOf(repayBy, today), loan.id, facts);
}

function owedOn(loan: Loan, today: number) {
  const { principal, interest } = debtOn(loan, today);
  return { amount: principal + interest, currency: loan.currency };
}
