import { describe, expect, it } from "vitest";
import { dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { type QuoteContext, type QuoteDraft, readPrice, readQuote } from "./quote-form.ts";

const today = dayFromIso("2026-11-20");
const context: QuoteContext = {
  ...{ face: 750_000_00n, dueDay: today + 75, minorDigits: 2, dayCount: "ACT", dayBase: 360 },
  ...{ today, utcOffsetHours: 8 },
};
const draft: QuoteDraft = { by: "rate", price: "3.6", lastDay: "2026-11-22", recourse: false, limited: false };

describe("readQuote", () => {
  it("turns a rate into the cash that the bank signs, rounded once", () => {
    // 750 000.00 · 3.6 % · 75 / 360 = 5 625.00
    expect(readQuote(draft, context)).toEqual({
      ...{ net: 744_375_00n, discount: 5_625_00n, days: 75, ratePpm: 36_000n, yearlyCostPpm: 36_272n },
      expiresAt: endOfDay(today + 2, 8),
    });
  });
  it("turns cash into its rates", () => {
    const read = readQuote({ ...draft, by: "net", price: "744375" }, context);
    expect(read).toMatchObject({ net: 744_375_00n, ratePpm: 36_000n });
  });
  it.each([
    [{ price: " " }, { price: "missing" }],
    [{ price: "3.60001" }, { price: "malformed" }],
    [{ price: "480" }, { price: "takesAll" }],
    [{ price: "99999" }, { price: "takesAll" }],
    [{ by: "net", price: "750000.01" }, { price: "aboveFace" }],
    [{ by: "net", price: "0" }, { price: "notPositive" }],
    [{ by: "net", price: "1.001" }, { price: "malformed" }],
    [{ lastDay: "" }, { lastDay: "missing" }],
    [{ lastDay: "2026-02-30" }, { lastDay: "malformed" }],
    [{ lastDay: "2026-11-19" }, { lastDay: "past" }],
    [{ lastDay: "2027-02-03" }, { lastDay: "notBeforeDue" }],
    [
      { price: "", lastDay: "" },
      { price: "missing", lastDay: "missing" },
    ],
  ] as const)("refuses %o", (changed, problems) => {
    expect(readQuote({ ...draft, ...changed }, context)).toEqual({ problems });
  });
  it("accepts each bound", () => {
    expect(readQuote({ ...draft, by: "net", price: "750000", lastDay: "2027-02-02" }, context)).toMatchObject({
      discount: 0n,
    });
    expect(readQuote({ ...draft, lastDay: "2026-11-20" }, context)).toHaveProperty("net");
  });
});

describe("readPrice", () => {
  it("can be read before the last day", () => {
    expect(readPrice({ ...draft, lastDay: "" }, context)).toMatchObject({ net: 744_375_00n });
  });
});
