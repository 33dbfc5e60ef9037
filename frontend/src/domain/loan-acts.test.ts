import { describe, expect, it } from "vitest";
import { loanActs, lockedParts, partsOf, partsToTake } from "./loan-acts.ts";

const LOCKED = 3 << 3;
const FROZEN = 2;
const part = (start: bigint, end: bigint, flags = LOCKED, status = "live") => ({
  ...{ id: `${start}`, receivableId: "0x1", status, start, end, flags },
});
const state = {
  ...{ debt: { principal: 100n, interest: 3n }, repayBy: 50, graceDays: 5, today: 55, parts: [part(0n, 9n)] },
  ...{ waiting: 0n, surplus: 0n, paidInFull: false, isLender: true },
};

describe("partsOf", () => {
  it("are the slices that begin among the cents", () => {
    const slices = [part(0n, 5n), part(5n, 8n), part(8n, 9n), { ...part(5n, 6n), receivableId: "0x2" }];
    expect(partsOf({ receivableId: "0x1", start: 5n, end: 8n }, slices).map(({ id }) => id)).toEqual(["5"]);
  });
});

describe("lockedParts", () => {
  it("leaves out what was paid out and what is free", () => {
    expect(lockedParts([part(0n, 1n, LOCKED, "redeemed"), part(1n, 2n, 0), part(2n, 3n)])).toEqual([part(2n, 3n)]);
  });
});

describe("loanActs", () => {
  it("lets a loan be repaid, and foreclosed only after the days of grace", () => {
    expect(loanActs(state)).toEqual(["repay"]);
    expect(loanActs({ ...state, today: 56 })).toEqual(["repay", "foreclose"]);
    expect(loanActs({ ...state, today: 56, isLender: false })).toEqual(["repay"]);
    expect(loanActs({ ...state, today: 56, paidInFull: true })).toEqual(["repay"]);
    expect(loanActs({ ...state, today: 56, parts: [part(0n, 9n, LOCKED | FROZEN)] })).toEqual(["repay"]);
  });
  it("unlocks what secures nothing any more", () => {
    const repaid = { ...state, debt: { principal: 0n, interest: 0n }, today: 99 };
    expect(loanActs(repaid)).toEqual(["release"]);
    expect(loanActs({ ...repaid, parts: [] })).toEqual([]);
  });
  it("collects first what the obligor has paid", () => {
    expect(loanActs({ ...state, waiting: 9n })).toEqual(["collect", "repay"]);
  });
  it("leaves the surplus to the lender", () => {
    const debt = { principal: 0n, interest: 0n };
    expect(loanActs({ ...state, debt, parts: [], surplus: 4n })).toEqual(["paySurplus"]);
    expect(loanActs({ ...state, debt, parts: [], surplus: 4n, isLender: false })).toEqual([]);
  });
});

describe("partsToTake", () => {
  const parts = [part(0n, 60n), part(60n, 70n, LOCKED | FROZEN), part(70n, 110n), part(110n, 200n)];
  const names = (owed: bigint, paid = 0n) => {
    const { taken, worth } = partsToTake(parts, owed, () => paid);
    return [taken.map(({ id }) => id), worth];
  };
  it("takes no more than the debt needs, and nothing frozen", () => {
    expect(names(60n)).toEqual([["0"], 60n]);
    expect(names(61n)).toEqual([["0", "70"], 100n]);
    expect(names(999n)).toEqual([["0", "70", "110"], 190n]);
  });
  it("counts what the obligor has paid already", () => expect(names(60n, 1n)).toEqual([["0", "70"], 98n]));
});
