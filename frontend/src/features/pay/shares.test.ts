import { describe, expect, it } from "vitest";
import { batches, cashNeed, payees, shareOf } from "./shares.ts";

const ME = "0x00000000000000000000000000000000000000Aa";
const slice = (start: bigint, end: bigint, holder: string) => ({ id: start, start, end, holder, isFrozen: false });
const slices = [slice(0n, 333n, "0xb"), slice(333n, 500n, "0xc"), slice(500n, 1_000n, "0xb")];

describe("payees", () => {
  it("adds up each holder's slices, with the penalty to the cent", () => {
    expect(payees(slices, 1_000n, 7n)).toEqual([
      { holder: "0xb", slices: 2, amount: 839n },
      { holder: "0xc", slices: 1, amount: 168n },
    ]);
  });
  it("pays out exactly face and penalty, whatever the cuts", () => {
    const sum = slices.reduce((total, part) => total + shareOf(part, 1_000n, 999n), 0n);
    expect(sum).toBe(1_999n);
  });
});

describe("cashNeed", () => {
  const rules = { minorDigits: 2, tokenDecimals: 6 };
  it("is in units of the token and knows what is missing", () => {
    const cash = { balance: 9_000_000n, allowance: 0n };
    expect(cashNeed({ face: 1_000n, penalty: 7n, obligor: ME }, slices, cash, rules)).toEqual({
      needed: 10_070_000n,
      missing: 107n,
      mustApprove: true,
    });
  });
  it("rounds what is missing up to a whole minor unit", () => {
    const cash = { balance: 9_999_999n, allowance: 10_000_000n };
    expect(cashNeed({ face: 1_000n, penalty: 0n, obligor: ME }, slices, cash, rules)).toMatchObject({
      missing: 1n,
      mustApprove: false,
    });
  });
  it("nets the obligor's own slices", () => {
    const own = [slice(0n, 1_000n, ME.toLowerCase())];
    const cash = { balance: 0n, allowance: 0n };
    expect(cashNeed({ face: 1_000n, penalty: 7n, obligor: ME }, own, cash, rules)).toEqual({
      needed: 0n,
      missing: 0n,
      mustApprove: false,
    });
  });
});

describe("batches", () => {
  it("cuts at the size and keeps the rest", () => expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]));
  it("has no empty batch", () => expect(batches([], 2)).toEqual([]));
});
