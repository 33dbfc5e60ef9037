import { describe, expect, it } from "vitest";
import { bulksOf } from "./bulk.ts";
import { type InboxItem, type ItemKind, itemOf, type Urgency } from "./item.ts";

let count = 0;
const item = (kind: ItemKind, urgency: Urgency, amount: bigint, currency = 1): InboxItem =>
  itemOf(kind, urgency, String(count++), { money: { amount, currency } });

describe("bulksOf", () => {
  it("groups two or more that wait for the same answer, with their totals by currency", () => {
    const items = [item("confirm", "act", 10n, 2), item("confirm", "act", 5n), item("confirm", "act", 7n, 2)];
    expect(bulksOf([...items, item("accept", "act", 1n)])).toEqual([
      {
        kind: "confirm",
        items,
        totals: [
          [1, 5n],
          [2, 17n],
        ],
      },
    ]);
  });
  it("pays together what is due or late, not what is yet to come", () => {
    const due = [item("payDefaulted", "late", 1n), item("payOverdue", "late", 2n), item("pay", "today", 3n)];
    expect(bulksOf([...due, item("pay", "watch", 9n)])).toMatchObject([{ kind: "pay", totals: [[1, 6n]] }]);
    expect(bulksOf([item("pay", "watch", 1n), item("pay", "watch", 1n)])).toEqual([]);
  });
  it("takes no more confirmations than the ledger does at once", () => {
    const many = Array.from({ length: 101 }, () => item("confirm", "act", 1n));
    expect(bulksOf(many)).toMatchObject([{ totals: [[1, 100n]] }]);
  });
  it("takes slices whose last day it is with the others", () => {
    const both = [item("accept", "today", 1n), item("accept", "act", 2n)];
    expect(bulksOf(both)).toMatchObject([{ kind: "accept", totals: [[1, 3n]] }]);
  });
});
