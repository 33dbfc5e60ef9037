import { describe, expect, it } from "vitest";
import { dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { interestByThen, type LoanContext, type LoanDraft, readLoanOffer } from "./loan-offer-form.ts";

const today = dayFromIso("2026-11-20");
const context: LoanContext = {
  ...{ face: 750_000_00n, dueDay: dayFromIso("2027-02-03"), policyGraceDays: 3, minorDigits: 2 },
  ...{ dayCount: "ACT", dayBase: 360, today, utcOffsetHours: 8 },
};
const draft: LoanDraft = {
  ...{ haircut: "20", principal: "", rate: "4.2", repayBy: "2027-02-03", lastDay: "2026-11-22" },
  ...{ graceDays: "5", limited: false },
};

describe("readLoanOffer", () => {
  it("lends the most that the haircut allows unless told otherwise", () => {
    const terms = {
      ...{ haircutPpm: 200_000n, ratePpm: 42_000n, repayBy: BigInt(today + 75), graceDays: 5n },
      expiresAt: endOfDay(today + 2, 8),
    };
    expect(readLoanOffer(draft, context)).toEqual({ ...terms, principal: 600_000_00n });
    expect(readLoanOffer({ ...draft, principal: "1000.50" }, context)).toEqual({ ...terms, principal: 1_000_50n });
  });
  it.each([
    [{ haircut: "" }, { haircut: "missing" }],
    [{ haircut: "100" }, { haircut: "wholeFace" }],
    [{ principal: "600000.01" }, { principal: "aboveMost" }],
    [{ principal: "0" }, { principal: "notPositive" }],
    [{ rate: "1678" }, { rate: "tooLarge" }],
    [{ rate: "4,2" }, { rate: "malformed" }],
    [{ repayBy: "2026-11-20" }, { repayBy: "notAfterToday" }],
    [{ repayBy: "2027-02-07" }, { repayBy: "afterGrace" }],
    [{ lastDay: "2026-11-19" }, { lastDay: "past" }],
    [{ lastDay: "2027-02-03", repayBy: "2027-02-06" }, { lastDay: "notBeforeDue" }],
    [{ lastDay: "2026-12-01", repayBy: "2026-12-01" }, { lastDay: "notBeforeRepay" }],
    [{ graceDays: "256" }, { graceDays: "tooLarge" }],
    [{ graceDays: "1.5" }, { graceDays: "malformed" }],
  ] as const)("refuses %o", (changed, problems) => {
    expect(readLoanOffer({ ...draft, ...changed }, context)).toEqual({ problems });
  });
  it("accepts each bound", () => {
    const bounds = { repayBy: "2027-02-06", lastDay: "2027-02-02", graceDays: "0", haircut: "0", rate: "0" };
    expect(readLoanOffer({ ...draft, ...bounds }, context)).toMatchObject({ principal: 750_000_00n, graceDays: 0n });
  });
});

describe("interestByThen", () => {
  it("counts from today to the last day", () => {
    // 600 000.00 · 4.2 % · 75 / 360
    const loan = { principal: 600_000_00n, ratePpm: 42_000n, repayBy: BigInt(today + 75) };
    expect(interestByThen(loan, context)).toBe(5_250_00n);
    expect(interestByThen({ ...loan, repayBy: BigInt(today) }, context)).toBe(0n);
  });
});
