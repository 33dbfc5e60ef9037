import { describe, expect, it } from "vitest";
import { batches, nettedOf, type PayableSlice, payees, sharesOf } from "./shares.ts";

const ME = "0x00000000000000000000000000000000000000Aa";
const UNPAID = { face: 0n, penalty: 0n };
const STATE = { isFrozen: false, isLocked: false, isFree: true, word: 1n };
const slice = (start: bigint, end: bigint, holder: string): PayableSlice => ({
  ...{ id: start, start, end, holder, mark: UNPAID },
  ...STATE,
});
const slices = [slice(0n, 333n, "0xb"), slice(333n, 500n, "0xc"), slice(500n, 1_000n, "0xb")];
const FRESH = { paid: 1_000n, penalty: 7n, held: 1_007n, accrued: 0n, since: 0, parts: 0 };

describe("sharesOf", () => {
  it("pays out exactly face and penalty, whatever the cuts", () => {
    const shares = sharesOf(slices, 1_000n, { ...FRESH, penalty: 999n, held: 1_999n });
    expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(1_999n);
  });

  it("shares a part out over all cents", () => {
    const shares = sharesOf(slices, 1_000n, { ...FRESH, paid: 500n, penalty: 0n, held: 500n, parts: 1 });
    expect(shares.map(({ amount }) => amount)).toEqual([166n, 84n, 250n]);
  });

  it("pays the rest of what a part has left", () => {
    const marked = slices.map((one) => ({ ...one, mark: { face: 500n, penalty: 0n } }));
    const shares = sharesOf(marked, 1_000n, { ...FRESH, penalty: 0n, held: 500n, parts: 1 });
    expect(shares.map(({ amount }) => amount)).toEqual([167n, 83n, 250n]);
  });
});

describe("payees", () => {
  it("adds up each holder's slices, with the penalty to the cent", () => {
    expect(payees(sharesOf(slices, 1_000n, FRESH))).toEqual([
      { holder: "0xb", slices: 2, amount: 839n },
      { holder: "0xc", slices: 1, amount: 168n },
    ]);
  });
});

describe("nettedOf", () => {
  it("is what the payer holds itself, unless a lender is paid of it", () => {
    const own = [slice(0n, 600n, ME.toLowerCase()), { ...slice(600n, 1_000n, ME), isLocked: true }];
    expect(nettedOf(sharesOf(own, 1_000n, { ...FRESH, penalty: 0n, held: 1_000n }), ME)).toBe(600n);
  });
});

describe("batches", () => {
  it("cuts at the size and keeps the rest", () => expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]));
  it("has no empty batch", () => expect(batches([], 2)).toEqual([]));
});
