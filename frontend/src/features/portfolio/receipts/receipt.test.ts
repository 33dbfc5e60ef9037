import { describe, expect, it } from "vitest";
import type { Holding } from "../../../app/holdings/holding.ts";
import { bringsCash, type LateReceipt, lateActOf, receiptsOf } from "./receipt.ts";

const DAY = 86_400n;
const DUE = 20_000;
const policy = { utcOffsetHours: 0, graceDays: 3, defaultDays: 30, penaltyPpmPerDay: 500 };

function holding(change: object = {}, receivable: object = {}): Holding {
  return {
    ...{ id: "0x1", start: 0n, end: 100_000n, face: 100_000n, flags: 0, state: "due", offer: null, policy },
    ...change,
    receivable: {
      ...{ face: 100_000n, dueDay: DUE, currency: 1, status: "confirmed", paidInFull: false, reportedOverdue: false },
      ...{ obligorIdentity: "0x0b", ...receivable },
    },
  } as unknown as Holding;
}

const on = (day: number, held: Holding) => receiptsOf([held], () => null, BigInt(day) * DAY)[0];

describe("receiptsOf", () => {
  it("counts what is late with its penalty", () => {
    expect(on(DUE + 10, holding())).toMatchObject({ amount: 100_500n, face: 100_000n, penalty: 500n });
    expect(on(DUE - 1, holding())).toMatchObject({ amount: 100_000n, penalty: 0n, late: null });
  });

  it("runs no clock once the obligor has paid", () => {
    expect(on(DUE + 10, holding({}, { paidInFull: true }))).toMatchObject({ late: null, isPaidIn: true });
  });

  it("says whose the money is", () => {
    const claimOf = (change: object) => on(DUE - 5, holding(change))?.claim;
    expect([claimOf({ state: "free" }), claimOf({ state: "offered", flags: 1 })]).toEqual(["free", "offered"]);
    expect(claimOf({ state: "offerLapsed", flags: 1 })).toBe("free");
    expect([claimOf({ flags: 8 }), claimOf({ flags: 2 })]).toEqual(["pledged", "frozen"]);
  });
});

describe("bringsCash", () => {
  it("leaves out what was paid early, and what the obligor owes itself", () => {
    expect(bringsCash(holding(), "0x0a")).toBe(true);
    expect(bringsCash(holding({ flags: 4 }), "0x0a")).toBe(false);
    expect(bringsCash(holding(), "0x0b")).toBe(false);
  });
});

describe("lateActOf", () => {
  const actOn = (day: number, receivable: object = {}) => lateActOf(on(day, holding({}, receivable)) as LateReceipt);

  it("reports after the days of grace, then declares after the policy's days", () => {
    expect([actOn(DUE + 3), actOn(DUE + 4), actOn(DUE + 40)]).toEqual([null, "reportOverdue", "reportOverdue"]);
    const reported = { reportedOverdue: true };
    expect([actOn(DUE + 30, reported), actOn(DUE + 31, reported)]).toEqual([null, "declareDefault"]);
    expect(actOn(DUE + 40, { ...reported, status: "defaulted" })).toBeNull();
  });
});
