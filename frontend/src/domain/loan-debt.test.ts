import { describe, expect, it } from "vitest";
import { dayFromIso } from "./day-count.ts";
import { creditOf, debtOn, lastDayToRepay, type RunningLoan } from "./loan-debt.ts";

const loan: RunningLoan = {
  ...{ principal: 600_000_00n, ratePpm: 42_000, dayCount: "ACT", dayBase: 360, since: 20_000 },
  ...{ accrued: 0n, interestPaid: 0n },
};

describe("debtOn", () => {
  it("adds the interest of the days since", () => {
    expect(debtOn(loan, 20_000)).toEqual({ principal: 600_000_00n, interest: 0n });
    // 600 000.00 · 4.2 % · 30 / 360
    expect(debtOn(loan, 20_030)).toEqual({ principal: 600_000_00n, interest: 2_100_00n });
  });
  it("keeps what earlier periods have accrued and takes off what was paid", () => {
    expect(debtOn({ ...loan, accrued: 900n, interestPaid: 400n }, 20_030).interest).toBe(2_100_00n + 500n);
  });
  it("counts months of thirty days where the currency does", () => {
    const [since, day] = [dayFromIso("2026-01-31"), dayFromIso("2026-03-01")];
    expect(debtOn({ ...loan, since }, day).interest).toBe(2_030_00n);
    expect(debtOn({ ...loan, since, dayCount: "30/360" }, day).interest).toBe(2_170_00n);
  });
  it("is nothing once all is paid", () => {
    expect(debtOn({ ...loan, principal: 0n, accrued: 7n, interestPaid: 7n }, 20_100)).toEqual({
      principal: 0n,
      interest: 0n,
    });
  });
});

describe("creditOf", () => {
  it("pays the interest first", () => {
    const debt = { principal: 1_000n, interest: 30n };
    expect(creditOf(debt, 20n)).toEqual({ principal: 0n, interest: 20n });
    expect(creditOf(debt, 31n)).toEqual({ principal: 1n, interest: 30n });
    expect(creditOf(debt, 1_030n)).toEqual(debt);
  });
});

describe("lastDayToRepay", () => {
  it("counts the days of grace", () => expect(lastDayToRepay({ repayBy: 20_100, graceDays: 5 })).toBe(20_105));
});
