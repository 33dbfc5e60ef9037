import { describe, expect, it } from "vitest";
import { DAY, kinds, NOON, now, TODAY } from "./item-samples.ts";
import { loanItems } from "./loan-items.ts";

const LOCKED = 1 << 3;
const loan = {
  ...{ id: 5n, lender: "0xLender", borrower: "0xBorrower", receivableId: "0xr1", state: "open", start: 0n, end: 100n },
  ...{ currency: 1, principal: 360_000n, ratePpm: 100_000, since: TODAY - 10 },
  ...{ accrued: 0n, interestPaid: 0n, repayBy: TODAY + 5, graceDays: 3, utcOffsetHours: 8, surplus: 0n },
  dayCount: "ACT",
  dayBase: 360,
} as const;
const known = (account: string) => ({
  own: [account],
  receivables: [{ id: "0xr1", paidInFull: false }],
  slices: [{ id: "0xs", receivableId: "0xr1", status: "live", start: 0n, end: 100n, flags: LOCKED }],
});
const of = (account: string, changed: { repayBy?: number; state?: string }) =>
  loanItems([{ ...loan, ...changed }], known(account), now);

describe("loanItems", () => {
  it("tells the borrower what is owed today and until when", () => {
    // 360 000 at 10 % for 10 days on 360: 1 000.
    expect(of("0xborrower", {})).toMatchObject([
      { kind: "loanToRepay", urgency: "watch", party: "0xLender", nextDay: TODAY + 9, money: { amount: 361_000n } },
    ]);
    expect(kinds(of("0xborrower", { repayBy: TODAY }))).toEqual([["loanToRepay", "today"]]);
    expect(kinds(of("0xborrower", { repayBy: TODAY - 1 }))).toEqual([["loanToRepay", "late"]]);
    expect(of("0xborrower", { repayBy: TODAY + 15 })).toEqual([]);
    expect(of("0xborrower", { state: "repaid" })).toEqual([]);
  });
  it("tells the lender what falls due, and when it may take what secures it", () => {
    expect(kinds(of("0xlender", {}))).toEqual([["loanDue", "watch"]]);
    expect(kinds(of("0xlender", { repayBy: TODAY - 3 }))).toEqual([["loanDue", "late"]]);
    expect(kinds(of("0xlender", { repayBy: TODAY - 4 }))).toEqual([["loanToForeclose", "late"]]);
  });
  it("does not ask to take what the obligor has paid", () => {
    const paid = { ...known("0xlender"), receivables: [{ id: "0xr1", paidInFull: true }] };
    expect(kinds(loanItems([{ ...loan, repayBy: TODAY - 4 }], paid, now))).toEqual([["loanDue", "late"]]);
  });
  it("reckons by the later of the clock's and the index's day", () => {
    const earlier = { ...now, timestamp: NOON - 20n * DAY };
    expect(loanItems([{ ...loan, repayBy: TODAY - 10 }], known("0xborrower"), earlier)).toMatchObject([
      { urgency: "today", money: { amount: 360_000n } },
    ]);
  });
});
