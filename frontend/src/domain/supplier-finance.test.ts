import { describe, expect, it } from "vitest";
import { centsIn, withoutRange, withRange } from "./cent-ranges.ts";
import { dayFromIso, isoFromDay } from "./day-count.ts";
import { lastQuarter } from "./quarter.ts";
import {
  type ConfirmedReceivable,
  type Discharge,
  type Financing,
  supplierFinanceStatement,
} from "./supplier-finance.ts";

const period = { from: 100n, to: 200n };
const receivable = (id: string, face: bigint, confirmedAt: bigint, more = {}): ConfirmedReceivable => ({
  ...{ id, face, confirmedAt, dueDay: 20_000, paidFace: 0n, retired: 0n },
  ...more,
});
const paid = (receivableId: string, face: bigint, timestamp: bigint, kind: Discharge["kind"] = "due", cash = face) =>
  ({ receivableId, face, timestamp, kind, cash }) satisfies Discharge;
const sold = (
  receivableId: string,
  start: bigint,
  end: bigint,
  timestamp: bigint,
  kind: Financing["kind"] = "financed",
) => ({ receivableId, start, end, timestamp, kind }) satisfies Financing;

describe("supplierFinanceStatement", () => {
  const receivables = [
    receivable("old", 1_000n, 50n, { paidFace: 1_000n }),
    receivable("new", 700n, 100n, { retired: 300n }),
    receivable("later", 9_000n, 201n),
    receivable("before", 400n, 10n, { paidFace: 400n }),
  ];
  const discharges = [
    paid("before", 400n, 99n),
    paid("old", 1_000n, 200n),
    paid("new", 200n, 150n, "programme", 195n),
    paid("new", 100n, 160n, "early"),
  ];

  it("rolls forward from the opening to the closing amount, first and last second included", () => {
    const statement = supplierFinanceStatement({ receivables, discharges, financings: [] }, period);
    expect(statement).toMatchObject({
      ...{ opening: 1_000n, confirmed: 700n, paidDue: 1_000n, paidEarly: 100n, paidByProgramme: 200n },
      ...{ closing: 400n, discountEarned: 5n, count: 1, discrepancies: [] },
    });
    expect(statement.lines.map(({ id }) => id)).toEqual(["old", "new"]);
  });

  it("one period's closing amount is the next one's opening amount", () => {
    const input = { receivables, discharges, financings: [sold("new", 0n, 350n, 120n)] };
    const first = supplierFinanceStatement(input, period);
    const second = supplierFinanceStatement(input, { from: 201n, to: 300n });
    expect(second.opening).toBe(first.closing);
    expect(second.financedOpening).toBe(first.financedClosing);
    expect(second.confirmed).toBe(9_000n);
  });

  it("counts retired cents once: the payment on the due day nets them", () => {
    const rows = [receivable("a", 1_000n, 100n, { retired: 300n, paidFace: 1_000n })];
    const paidOff = [paid("a", 300n, 110n, "early"), paid("a", 1_000n, 180n)];
    expect(supplierFinanceStatement({ receivables: rows, discharges: paidOff, financings: [] }, period)).toMatchObject({
      ...{ confirmed: 1_000n, paidEarly: 300n, paidDue: 700n, closing: 0n, discrepancies: [] },
    });
  });

  it("adds up in part payments that do not divide, in whatever period they fall", () => {
    const rows = [receivable("a", 1_000n, 10n, { retired: 333n, paidFace: 1_000n })];
    const parts = [paid("a", 333n, 20n, "early"), paid("a", 7n, 90n), paid("a", 500n, 150n), paid("a", 493n, 250n)];
    const input = { receivables: rows, discharges: parts, financings: [] };
    const periods = [
      { from: 0n, to: 99n },
      { from: 100n, to: 200n },
      { from: 201n, to: 300n },
    ].map((each) => supplierFinanceStatement(input, each));
    expect(periods.flatMap(({ discrepancies }) => discrepancies)).toEqual([]);
    expect(periods.reduce((sum, { paidDue }) => sum + paidDue, 0n)).toBe(667n);
    expect(periods.map(({ closing }) => closing)).toEqual([663n, 329n, 0n]);
  });

  it("tells payments that the index lacks or has too many", () => {
    const rows = [receivable("a", 1_000n, 100n, { paidFace: 600n, retired: 50n })];
    const { discrepancies } = supplierFinanceStatement(
      { receivables: rows, discharges: [paid("a", 500n, 150n)], financings: [] },
      period,
    );
    expect(discrepancies).toEqual([
      { kind: "payments", receivableId: "a", difference: 100n },
      { kind: "retired", receivableId: "a", difference: 50n },
    ]);
    const over = supplierFinanceStatement(
      {
        receivables: [receivable("a", 10n, 100n, { paidFace: 11n })],
        discharges: [paid("a", 11n, 150n)],
        financings: [],
      },
      period,
    );
    expect(over.discrepancies).toContainEqual({ kind: "overpaid", receivableId: "a", difference: 1n });
  });

  it("tells when opening, movements and closing do not add up", () => {
    // Paid before it was confirmed: no movement of the period explains the closing amount.
    const rows = [receivable("a", 100n, 150n, { paidFace: 30n })];
    const { discrepancies } = supplierFinanceStatement(
      { receivables: rows, discharges: [paid("a", 30n, 50n)], financings: [] },
      period,
    );
    expect(discrepancies).toEqual([{ kind: "rollForward", difference: 30n }]);
  });

  describe("of which financed", () => {
    const rows = [receivable("a", 1_000n, 50n, { paidFace: 250n })];
    const financedBy = (financings: Financing[], paidBy: Discharge[] = []) =>
      supplierFinanceStatement({ receivables: rows, discharges: paidBy, financings }, period);

    it("counts each cent once, however often it was resold", () => {
      const { financedOpening, financedClosing } = financedBy([
        sold("a", 0n, 400n, 60n),
        sold("a", 100n, 500n, 120n),
        sold("a", 900n, 1_000n, 201n),
      ]);
      expect([financedOpening, financedClosing]).toEqual([400n, 500n]);
    });

    it("takes out what was given back or paid early", () => {
      expect(financedBy([sold("a", 0n, 400n, 60n), sold("a", 100n, 200n, 70n, "ended")]).financedClosing).toBe(300n);
    });

    it("falls with what was paid", () => {
      expect(financedBy([sold("a", 0n, 400n, 60n)], [paid("a", 250n, 150n)]).financedClosing).toBe(300n);
    });
  });
});

describe("ranges of cents", () => {
  it("join and part without losing or doubling a cent", () => {
    const set = withRange(withRange([], { start: 0n, end: 10n }), { start: 5n, end: 20n });
    expect(centsIn(set)).toBe(20n);
    expect(centsIn(withoutRange(set, { start: 4n, end: 6n }))).toBe(18n);
    expect(withoutRange(set, { start: 0n, end: 20n })).toEqual([]);
  });
});

describe("lastQuarter", () => {
  it.each([
    ["2026-11-20", "2026-07-01", "2026-09-30"],
    ["2027-02-18", "2026-10-01", "2026-12-31"],
    ["2028-04-01", "2028-01-01", "2028-03-31"],
  ])("before %s is %s to %s", (today, first, last) => {
    const quarter = lastQuarter(dayFromIso(today));
    expect([isoFromDay(quarter.first), isoFromDay(quarter.last)]).toEqual([first, last]);
  });
});
