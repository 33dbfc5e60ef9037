import { describe, expect, it } from "vitest";
import { isClaimable } from "../../domain/recourse-claim.ts";
import { type Claim, chainOf, recourseActs, type Standing } from "./recourse-acts.ts";

const claim: Claim = { face: 100n, recovered: 0n, penalty: 3n, amount: 103n, undrawn: 0n };
const standing: Standing = {
  ...{ state: "recorded", claim: null, isBank: true, isSeller: false, today: 103 },
  receivable: { status: "confirmed", dueDay: 100, reportedOverdue: false, paidInFull: false },
  policy: { graceDays: 3, defaultDays: 30 },
};
const reported = { ...standing.receivable, reportedOverdue: true };

describe("recourseActs", () => {
  it("lets a default come about step by step", () => {
    expect(recourseActs(standing)).toEqual(["waive"]);
    expect(recourseActs({ ...standing, today: 104 })).toEqual(["report", "waive"]);
    expect(recourseActs({ ...standing, today: 130, receivable: reported })).toEqual(["waive"]);
    expect(recourseActs({ ...standing, today: 131, receivable: reported })).toEqual(["declare", "waive"]);
    expect(recourseActs({ ...standing, today: 131, receivable: { ...reported, paidInFull: true } })).toEqual(["waive"]);
  });
  it("lets the bank demand once and the seller pay, demanded or not", () => {
    const receivable = { ...reported, status: "defaulted" };
    expect(recourseActs({ ...standing, claim, receivable })).toEqual(["demand", "waive"]);
    expect(recourseActs({ ...standing, claim, receivable, state: "demanded" })).toEqual(["waive"]);
    const seller = { ...standing, claim, receivable, isBank: false, isSeller: true };
    expect(recourseActs(seller)).toEqual(["pay"]);
    expect(recourseActs({ ...seller, state: "demanded" })).toEqual(["pay"]);
  });
  it("has what the obligor paid paid out first", () => {
    const receivable = { ...reported, status: "defaulted" };
    expect(recourseActs({ ...standing, receivable, claim: { ...claim, undrawn: 1n } })).toEqual(["payOut", "waive"]);
  });
  it("ends with the link", () => {
    expect(recourseActs({ ...standing, claim, state: "waived", today: 200 })).toEqual([]);
    expect(recourseActs({ ...standing, claim, state: "returned", today: 200 })).toEqual([]);
  });
});

describe("isClaimable", () => {
  it("is so from the default until all is paid", () => {
    expect(isClaimable({ status: "confirmed", paidInFull: false })).toBe(false);
    expect(isClaimable({ status: "defaulted", paidInFull: false })).toBe(true);
    expect(isClaimable({ status: "writtenOff", paidInFull: true })).toBe(false);
  });
});

describe("chainOf", () => {
  const link = (id: bigint, seller: string, bank: string, start = 0n, end = 10n) => ({
    ...{ id, receivableId: "0x1", start, end, seller, bank },
  });
  const links = [link(1n, "a", "b"), link(2n, "b", "c", 5n, 8n), link(3n, "c", "d", 5n, 6n), link(4n, "x", "y", 8n)];
  it("goes back to the first seller and on to the last bank", () => {
    expect(chainOf(link(2n, "b", "c", 5n, 8n), links)).toEqual(["a", "b", "c", "d"]);
    expect(chainOf(link(1n, "a", "b"), links)).toEqual(["a", "b", "c", "d"]);
  });
  it("leaves out other cents", () => {
    expect(chainOf(link(2n, "b", "c", 6n, 8n), links)).toEqual(["a", "b", "c"]);
    expect(chainOf(link(4n, "x", "y", 8n), links)).toEqual(["x", "y"]);
  });
});
