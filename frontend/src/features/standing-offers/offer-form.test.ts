import { describe, expect, it } from "vitest";
import { endOfDay, type OfferDraft, parseRate, readOffer } from "./offer-form.ts";

const draft: OfferDraft = {
  obligor: "0x00000000000000000000000000000000000000a1",
  currency: "1",
  rate: "3.85",
  longestTenor: "180",
  smallestFace: "1000.00",
  limit: "500000",
  lastDay: "2026-12-31",
};
const context = { minorDigits: 2, today: 20_778, utcOffsetHours: 8 };

describe("parseRate", () => {
  it("keeps four decimals exactly", () => {
    expect(parseRate("3.85")).toBe(38_500n);
    expect(parseRate("0.0001")).toBe(1n);
    expect(parseRate("12")).toBe(120_000n);
  });
  it("refuses a fifth decimal and words", () => {
    expect(() => parseRate("3.85001")).toThrow("AmountTooPrecise");
    expect(() => parseRate("three")).toThrow("AmountMalformed");
  });
});

describe("endOfDay", () => {
  it("is the zone's last second of the day", () => {
    expect(endOfDay(20_778, 8)).toBe(BigInt(Date.parse("2026-11-21T15:59:59Z") / 1000));
    expect(endOfDay(20_778, -5)).toBe(BigInt(Date.parse("2026-11-22T04:59:59Z") / 1000));
  });
});

describe("readOffer", () => {
  it("reads a sound draft", () => {
    expect(readOffer(draft, context)).toEqual({
      terms: {
        obligor: draft.obligor,
        currency: 1,
        ratePpm: 38_500,
        longestTenor: 180,
        smallestFace: 100_000n,
        limit: 50_000_000n,
        expiresAt: Date.parse("2026-12-31T15:59:59Z") / 1000,
      },
    });
  });

  it("names what is missing", () => {
    const empty = { obligor: "", currency: "", rate: "", longestTenor: "", smallestFace: "", limit: "", lastDay: "" };
    const all = Object.fromEntries(Object.keys(empty).map((field) => [field, "missing"]));
    expect(readOffer(empty, context)).toEqual({ problems: all });
  });

  it.each([
    [{ rate: "3.85001" }, { rate: "malformed" }],
    [{ rate: "1700" }, { rate: "tooLarge" }],
    [{ longestTenor: "0" }, { longestTenor: "notPositive" }],
    [{ longestTenor: "1.5" }, { longestTenor: "malformed" }],
    [{ longestTenor: "70000" }, { longestTenor: "tooLarge" }],
    [{ limit: "0.00" }, { limit: "notPositive" }],
    [{ smallestFace: "500000.01" }, { smallestFace: "aboveLimit" }],
    [{ smallestFace: "10.001" }, { smallestFace: "malformed" }],
    [{ lastDay: "2026-11-20" }, { lastDay: "past" }],
    [{ lastDay: "2026-02-30" }, { lastDay: "malformed" }],
    [{ lastDay: "2110-01-01" }, { lastDay: "tooLarge" }],
  ] as const)("refuses %o", (changed, problems) => {
    expect(readOffer({ ...draft, ...changed }, context)).toEqual({ problems });
  });

  it("lets an offer end today", () => {
    expect(readOffer({ ...draft, lastDay: "2026-11-21" }, context)).toHaveProperty("terms");
  });
});
