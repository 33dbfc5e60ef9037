import { describe, expect, it } from "vitest";
import { kinds, NOON, now, receivable, TODAY } from "./item-samples.ts";
import { recourseItems } from "./recourse-items.ts";

const link = {
  ...{ id: 9n, receivableId: "0xr1", start: 100n, end: 300n, seller: "0xSeller", bank: "0xBank", state: "recorded" },
  ...{ demanded: null, demandedAt: null },
};
const demanded = { ...link, state: "demanded", demanded: 207n, demandedAt: NOON };
const defaulted = { ...receivable, status: "defaulted" };
const held = [{ receivableId: "0xr1", start: 100n, end: 250n }];
const known = (account: string) => ({ own: [account], receivables: [defaulted], held });

describe("recourseItems", () => {
  it("tells the seller what may be and what is demanded of it", () => {
    expect(kinds(recourseItems([link], known("0xseller"), now))).toEqual([["recoursePossible", "watch"]]);
    expect(recourseItems([demanded], known("0xseller"), now)).toMatchObject([
      { kind: "recourseAgainstMe", urgency: "late", day: TODAY, party: "0xBank", money: { amount: 207n } },
    ]);
  });
  it("tells the bank what it may demand for what it still holds", () => {
    expect(recourseItems([link], known("0xbank"), now)).toMatchObject([
      { kind: "recourseToDemand", urgency: "act", party: "0xSeller", obligor: "0xobligor", money: { amount: 150n } },
    ]);
    expect(recourseItems([link], { ...known("0xbank"), held: [] }, now)).toEqual([]);
    // Part of it lies outside the link: it has to be split first.
    const over = [{ receivableId: "0xr1", start: 200n, end: 301n }];
    expect(recourseItems([link], { ...known("0xbank"), held: over }, now)).toEqual([]);
    expect(kinds(recourseItems([demanded], known("0xbank"), now))).toEqual([["recourseDemanded", "watch"]]);
  });
  it("is silent before the default, after the payment, and about others", () => {
    const with_ = (changed: Partial<typeof receivable>) => ({
      ...known("0xbank"),
      receivables: [{ ...receivable, ...changed }],
    });
    expect(recourseItems([link], with_({}), now)).toEqual([]);
    expect(recourseItems([link], with_({ status: "defaulted", paidInFull: true }), now)).toEqual([]);
    expect(recourseItems([{ ...link, state: "waived" }], known("0xbank"), now)).toEqual([]);
    expect(recourseItems([link], known("0xother"), now)).toEqual([]);
  });
});
