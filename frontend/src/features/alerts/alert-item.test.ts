import { describe, expect, it } from "vitest";
import type { AlertRow } from "../../app/data/queries/alerts.ts";
import { concentrationItems, isAlertRule, selectItems, storedItem } from "./alert-item.ts";

const row: AlertRow = {
  ...{ id: "manyParts-0xr-1", rule: "manyParts", receivableId: "0xaa", currency: 1, account: "0x1", identity: "0x2" },
  ...{ amount: 5_000n, figure: 21, threshold: 20, evidence: ["0xt1", "0xt2"], firstAt: 10n, lastAt: 20n },
};

describe("alert items", () => {
  it("keep a stored alert's figures and its evidence", () => {
    expect(storedItem(row)).toMatchObject({
      at: 20n,
      figures: { figure: 21, threshold: 20 },
      about: { receivable: "0xaa", evidence: { transactions: ["0xt1", "0xt2"] } },
    });
    expect(storedItem({ ...row, rule: "roundTrip", figure: null, threshold: null }).figures).toBeNull();
  });

  it("come filtered, with what holds now first and then the newest", () => {
    const [share] = concentrationItems([
      { side: "obligor", identity: "0x2", currency: 1, amount: 9n, total: 10n, receivables: 1 },
    ]);
    if (!share) throw new Error("Nine tenths are no concentration.");
    const old = storedItem({ ...row, id: "old", lastAt: 5n, identity: "0x3" });
    const all = [old, storedItem(row), share];
    expect(selectItems(all, { rule: null, identity: null }).map(({ key }) => key)).toEqual([
      "obligorShare-0x2-1",
      "manyParts-0xr-1",
      "old",
    ]);
    expect(selectItems(all, { rule: "manyParts", identity: "0x3" }).map(({ key }) => key)).toEqual(["old"]);
    expect(selectItems(all, { rule: "overdue", identity: null })).toEqual([]);
  });

  it("know their rules", () => {
    expect(isAlertRule("roundTrip")).toBe(true);
    expect(isAlertRule("anything")).toBe(false);
  });
});
