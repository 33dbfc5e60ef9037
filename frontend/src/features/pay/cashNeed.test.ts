import { describe, expect, it } from "vitest";
import { cashNeed } from "./cashNeed.ts";

describe("cashNeed", () => {
  const rules = { minorDigits: 2, tokenDecimals: 6 };

  it("is in units of the token and knows what is missing", () => {
    expect(cashNeed(1_007n, { balance: 9_000_000n, allowance: 0n }, rules)).toEqual({
      needed: 10_070_000n,
      missing: 107n,
      mustApprove: true,
    });
  });

  it("rounds what is missing up to a whole minor unit", () => {
    const cash = { balance: 9_999_999n, allowance: 10_000_000n };
    expect(cashNeed(1_000n, cash, rules)).toMatchObject({ missing: 1n, mustApprove: false });
  });

  it("needs nothing for nothing", () => {
    const nothing = { needed: 0n, missing: 0n, mustApprove: false };
    expect(cashNeed(0n, { balance: 0n, allowance: 0n }, rules)).toEqual(nothing);
  });
});
