import { describe, expect, it } from "vitest";
import { summaryOf, toggled } from "./selection.ts";

const order = ["a", "b", "c", "d"];

describe("toggled", () => {
  it("adds and removes one", () => {
    const one = toggled(new Set(), order, { id: "b", isSelected: true, from: null });
    expect([...one]).toEqual(["b"]);
    expect([...toggled(one, order, { id: "b", isSelected: false, from: null })]).toEqual([]);
  });

  it.each([
    ["downwards", "b", "d"],
    ["upwards", "d", "b"],
  ])("takes a range %s, both ends included", (_, from, id) => {
    expect([...toggled(new Set(), order, { id, isSelected: true, from })].sort()).toEqual(["b", "c", "d"]);
  });

  it("takes a range out", () => {
    const rest = toggled(new Set(order), order, { id: "c", isSelected: false, from: "b" });
    expect([...rest]).toEqual(["a", "d"]);
  });

  it("takes only the row itself when the range's beginning is gone", () => {
    expect([...toggled(new Set(), order, { id: "c", isSelected: true, from: "gone" })]).toEqual(["c"]);
  });
});

describe("summaryOf", () => {
  it("adds up per currency and spans the due days", () => {
    const row = (currency: number, face: bigint, dueDay: number) => ({ id: `${dueDay}`, currency, face, dueDay });
    expect(summaryOf([row(2, 5n, 30), row(1, 10n, 10), row(1, 7n, 20)])).toEqual({
      count: 3,
      totals: [
        [1, 17n],
        [2, 5n],
      ],
      due: { first: 10, last: 30 },
    });
  });

  it("of nothing is nothing", () => expect(summaryOf([])).toEqual({ count: 0, totals: [], due: null }));
});
