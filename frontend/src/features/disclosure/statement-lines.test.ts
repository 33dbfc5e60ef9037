import { describe, expect, it } from "vitest";
import type { Statement } from "../../domain/supplier-finance.ts";
import { dueRangeOf, figuresOf } from "./statement-lines.ts";

const line = (id: string, closing: bigint) => ({
  ...{ id, closing, opening: closing, confirmed: 0n, financedClosing: 0n },
  ...{ paidDue: 0n, paidEarly: 0n, paidByProgramme: 0n },
});
const statement: Statement = {
  ...{ opening: 100n, confirmed: 50n, paidDue: 40n, paidEarly: 5n, paidByProgramme: 3n, closing: 102n },
  ...{ discountEarned: 1n, financedOpening: 60n, financedClosing: 20n, count: 2, discrepancies: [] },
  lines: [line("a", 60n), line("b", 42n), line("c", 0n)],
};

describe("figuresOf", () => {
  it("adds up as it is read: opening to closing", () => {
    const amounts = new Map(figuresOf(statement).map(({ name, amount }) => [name, amount]));
    const movements = ["opening", "confirmed", "paidDue", "paidEarly", "paidByProgramme"] as const;
    expect(movements.reduce((sum, name) => sum + (amounts.get(name) ?? 0n), 0n)).toBe(amounts.get("closing"));
    expect(amounts.get("financedClosing")).toBe(20n);
  });
});

describe("dueRangeOf", () => {
  const day = (number: number) => BigInt(number) * 86_400n;
  const receivables = [
    { id: "a", dueDay: 130, confirmedAt: day(100) },
    { id: "b", dueDay: 200, confirmedAt: day(110) },
    { id: "c", dueDay: 900, confirmedAt: day(1) },
  ];

  it("spans what is owed at the end, and nothing else", () => {
    expect(dueRangeOf(statement, receivables, 0)).toEqual({
      dueDays: { least: 130, most: 200 },
      terms: { least: 30, most: 90 },
    });
  });

  it("of nothing is none", () => expect(dueRangeOf({ ...statement, lines: [] }, receivables, 0)).toBeNull());
});
