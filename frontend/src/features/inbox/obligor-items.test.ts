import { describe, expect, it } from "vitest";
import { byUrgency } from "./item.ts";
import { kinds, now, receivable, rulesOf, TODAY } from "./item-samples.ts";
import { obligorItems } from "./obligor-items.ts";

describe("obligorItems", () => {
  const of = (changed: Partial<typeof receivable>) => obligorItems([{ ...receivable, ...changed }], rulesOf, now);

  it("asks to confirm until the registration lapses", () => {
    expect(kinds(of({ status: "registered", dueDay: TODAY + 1 }))).toEqual([["confirm", "act"]]);
    expect(of({ status: "registered", dueDay: TODAY })).toEqual([]);
  });
  it("announces what falls due, and tells until when no penalty is owed", () => {
    expect(of({ dueDay: TODAY + 15 })).toEqual([]);
    expect(kinds(of({ dueDay: TODAY + 14 }))).toEqual([["pay", "watch"]]);
    expect(kinds(of({ dueDay: TODAY }))).toEqual([["pay", "today"]]);
    expect(of({ dueDay: TODAY - 3 })).toMatchObject([{ kind: "pay", urgency: "late", nextDay: TODAY }]);
  });
  it("tells from which day an overdue one can be in default, and that it is", () => {
    // Three days of grace, thirty until the default.
    expect(of({ dueDay: TODAY - 4 })).toMatchObject([{ kind: "payOverdue", urgency: "late", nextDay: TODAY + 27 }]);
    expect(kinds(of({ dueDay: TODAY - 40, status: "defaulted" }))).toEqual([["payDefaulted", "late"]]);
  });
  it("names what is still owed: not what was paid in part, or early", () => {
    expect(of({ dueDay: TODAY, paidFace: 300n })).toMatchObject([{ money: { amount: 700n } }]);
    expect(of({ dueDay: TODAY - 4, retired: 200n })).toMatchObject([{ money: { amount: 800n } }]);
    expect(of({ status: "defaulted", dueDay: TODAY - 40, paidFace: 1n })).toMatchObject([{ money: { amount: 999n } }]);
  });
  it("keeps to the version of the policy it was confirmed under", () => {
    const items = obligorItems([{ ...receivable, dueDay: TODAY - 4, policy: 2 }], rulesOf, now);
    expect(items).toMatchObject([{ kind: "pay", nextDay: TODAY + 6 }]);
  });
  it("asks to finish a payment that has not reached everybody", () => {
    expect(kinds(of({ dueDay: TODAY - 1, paidInFull: true }))).toEqual([["finishPayOut", "act"]]);
    expect(kinds(of({ dueDay: TODAY - 50, paidInFull: true, status: "defaulted" }))).toEqual([["finishPayOut", "act"]]);
  });
  it("is silent about what is settled or refused", () => {
    expect(of({ status: "settled", dueDay: TODAY - 1 })).toEqual([]);
    expect(of({ status: "refused" })).toEqual([]);
  });
});

describe("byUrgency", () => {
  it("puts what is late first, then by day, and each thing once", () => {
    const due = (id: string, dueDay: number) => ({ ...receivable, id, dueDay });
    const rows = [due("0x4", TODAY + 3), due("0x2", TODAY), due("0x1", TODAY - 1), due("0x0", TODAY - 3)];
    const registered = { ...receivable, id: "0x3", status: "registered" };
    const items = obligorItems([...rows, registered], rulesOf, now);
    const ids = byUrgency([...items, ...items]).map(({ receivableId }) => receivableId);
    expect(ids).toEqual(["0x0", "0x1", "0x2", "0x3", "0x4"]);
  });
});
