import { describe, expect, it } from "vitest";
import { randomOf } from "../../../test/helpers/random.ts";
import vectors from "../../../test/vectors/money.json" with { type: "json" };
import { dayFromIso } from "./day-count.ts";
import { dueOn } from "./part-payment.ts";
import { lateClock, NOTHING_PAID, sliceReceipt } from "./slice-receipt.ts";

const rules = { graceDays: 3, defaultDays: 30, penaltyPpmPerDay: 500 };
const DUE = 20_000;

describe("sliceReceipt", () => {
  it.each(vectors.penalty)("accrues the penalty of the shared vectors: $name", (v) => {
    const face = BigInt(v.unpaidMinor);
    const own = { ...rules, graceDays: -1, penaltyPpmPerDay: v.ppmPerDay };
    const receipt = sliceReceipt({ face, dueDay: DUE }, { start: 0n, end: face }, NOTHING_PAID, own, DUE + v.days);
    expect(receipt).toEqual({ face, penalty: BigInt(v.penaltyMinor) });
  });

  it.each(vectors.penaltyDays)("counts the days of the shared vectors: $name", (v) => {
    const [dueDay, today] = [dayFromIso(v.due), dayFromIso(v.paid)];
    // At 1 % a day, a face of 100 accrues 1 a day.
    const own = { graceDays: v.graceDays, defaultDays: 30, penaltyPpmPerDay: 10_000 };
    const receipt = sliceReceipt({ face: 100n, dueDay }, { start: 0n, end: 100n }, NOTHING_PAID, own, today);
    expect(receipt.penalty).toBe(BigInt(v.days));
  });

  it("bears no penalty within the days of grace, then from the day after the due day", () => {
    const on = (today: number) =>
      sliceReceipt({ face: 200_000_00n, dueDay: DUE }, { start: 0n, end: 200_000_00n }, NOTHING_PAID, rules, today)
        .penalty;
    expect([on(DUE - 9), on(DUE), on(DUE + 3), on(DUE + 4), on(DUE + 31)]).toEqual([0n, 0n, 0n, 400_00n, 3_100_00n]);
  });

  it("adds up to what the receivable owes, whatever the slices", () => {
    const random = randomOf(5);
    for (let round = 0; round < 500; round++) {
      const face = 1n + random.edgy(10n ** 10n);
      const cuts = Array.from({ length: 4 }, () => random.upTo(face)).filter((cut) => cut > 0n && cut < face);
      const bounds = [...new Set([0n, ...cuts, face])].sort((a, b) => (a < b ? -1 : 1));
      const today = DUE + Number(random.upTo(90n));
      const receivable = { face, dueDay: DUE };
      const receipts = bounds
        .slice(1)
        .map((end, i) => sliceReceipt(receivable, { start: bounds[i] ?? 0n, end }, NOTHING_PAID, rules, today));
      const sum = (pick: "face" | "penalty") => receipts.reduce((all, receipt) => all + receipt[pick], 0n);
      const due = dueOn(receivable, NOTHING_PAID.collection, rules, today);
      expect([sum("face"), sum("penalty")]).toEqual([due.face, due.penalty]);
    }
  });

  it("leaves out what the cents have had of a payment in part", () => {
    const paid = {
      collection: { paid: 40_000n, penalty: 250n, accrued: 250n, since: DUE + 5 },
      mark: { face: 40_000n, penalty: 200n },
    };
    const range = { start: 0n, end: 50_000n };
    // Half of the face of 1 000.00: 500.00 less 200.00. Penalty in all: 2.50 and five days on 600.00, 1.50; half of it less half of 2.00.
    const receipt = sliceReceipt({ face: 100_000n, dueDay: DUE }, range, paid, rules, DUE + 10);
    expect(receipt).toEqual({ face: 30_000n, penalty: 200n - 100n });
  });
});

describe("lateClock", () => {
  it("does not run before the day after the due day", () => {
    expect(lateClock(DUE, rules, DUE)).toBeNull();
    expect(lateClock(DUE, rules, DUE + 1)?.daysLate).toBe(1);
  });

  it("says until when it is grace, and from when overdue and default can be reported", () => {
    const days = { graceEnds: DUE + 3, overdueFrom: DUE + 4, defaultFrom: DUE + 31 };
    expect(lateClock(DUE, rules, DUE + 3)).toEqual({ daysLate: 3, canBeOverdue: false, canBeDefault: false, ...days });
    expect(lateClock(DUE, rules, DUE + 4)).toEqual({ daysLate: 4, canBeOverdue: true, canBeDefault: false, ...days });
    expect(lateClock(DUE, rules, DUE + 30)?.canBeDefault).toBe(false);
    expect(lateClock(DUE, rules, DUE + 31)?.canBeDefault).toBe(true);
  });
});
