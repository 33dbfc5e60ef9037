import { describe, expect, it } from "vitest";
import type { Currency } from "../../app/deployment/deployment.ts";
import { earlyPlan } from "./earlyPlan.ts";
import type { ObligationState } from "./fetchObligation.ts";
import { paymentPlan } from "./paymentPlan.ts";
import { readAmount } from "./readAmount.ts";

const ME = "0x00000000000000000000000000000000000000Aa" as const;
const FREE = { isFrozen: false, isLocked: false, isFree: true, word: 9n, mark: { face: 0n, penalty: 0n } };
const CURRENCY: Currency = {
  ...{ index: 1, code: "CNY", token: ME, minorDigits: 2, tokenDecimals: 2 },
  dayCount: "ACT",
  dayBase: 360,
};

function state(change: Partial<ObligationState> = {}): ObligationState {
  return {
    ...{ receivableId: 1n, obligor: ME, currency: CURRENCY, asOf: 1n, wholeFace: 1_000n },
    ...{ face: 1_000n, penalty: 10n, daysLate: 10, balance: 5_000n, allowance: 0n, isHeld: false },
    collection: { paid: 0n, penalty: 0n, held: 0n, accrued: 0n, since: 0, parts: 0 },
    slices: [
      { ...FREE, id: 0n, start: 0n, end: 400n, holder: "0xb" },
      { ...FREE, id: 400n, start: 400n, end: 700n, holder: ME },
      { ...FREE, id: 700n, start: 700n, end: 1_000n, holder: "0xc", isFrozen: true, isFree: false },
    ],
    ...change,
  };
}

describe("paymentPlan", () => {
  it("pays all: the payer's own are netted, frozen cents' money waits", () => {
    const plan = paymentPlan(state(), 1_010n);
    expect(plan).toMatchObject({ isPart: false, toFace: 1_000n, toPenalty: 10n, waiting: 303n, needed: 707n });
    expect(plan.payees).toEqual([
      { holder: "0xb", slices: 1, amount: 404n },
      { holder: ME, slices: 1, amount: 303n },
    ]);
  });

  it("pays a part: the penalty first", () => {
    const plan = paymentPlan(state(), 260n);
    expect(plan).toMatchObject({ isPart: true, toFace: 250n, toPenalty: 10n });
    expect(plan.payees.map(({ amount }) => amount)).toEqual([104n, 78n]);
  });

  it("does not reach the face with less than the penalty", () => {
    expect(paymentPlan(state(), 4n)).toMatchObject({ isPart: true, toFace: 0n, toPenalty: 4n });
  });

  it("pays nobody during a legal hold", () => {
    expect(paymentPlan(state({ isHeld: true }), 1_010n)).toMatchObject({ payees: [], batches: [], waiting: 1_010n });
  });
});

describe("earlyPlan", () => {
  it("pays others' free slices at their face and names their words", () => {
    const plan = earlyPlan(state());
    expect(plan).toMatchObject({ amount: 400n, left: 300n, needed: 400n, mustApprove: true });
    expect(plan.batches).toEqual([{ ids: [0n], words: [9n] }]);
  });
});

describe("readAmount", () => {
  it("is in minor units, above zero and not more than what is owed", () => {
    expect(readAmount("10.10", state())).toBe(1_010n);
    expect(readAmount("10.11", state())).toBe("tooMuch");
    for (const text of ["", "0", "0.00", "1.005", "x"]) expect(readAmount(text, state())).toBe("missing");
  });
});
