import { describe, expect, it } from "vitest";
import type { Payee } from "../../app/holdings/payees.ts";
import { MOST_PARTS } from "../../domain/paying/payment.ts";
import { isSound, type PartLine, planSplit } from "./split-plan.ts";

const slice = { holder: "0xAA", face: 10_000_000n, hops: 1 };
const rules = { smallest: 20_000n, maxHops: 10, digits: 2 };
const payees: Payee[] = [
  { account: "0xAA", standingConsent: false, mayReceive: true },
  { account: "0xBB", standingConsent: true, mayReceive: true },
  { account: "0xCC", standingConsent: false, mayReceive: true },
  { account: "0xDD", standingConsent: false, mayReceive: false },
];
const plan = (lines: PartLine[], changes: Partial<typeof slice> = {}) =>
  planSplit({ ...slice, ...changes }, rules, lines, payees);
const lineProblems = (line: PartLine) => plan([line]).lines[0]?.problems;

describe("planSplit", () => {
  it("shows what stays", () => {
    const { head, total, problems, needsAcceptance } = plan([
      { to: "0xbb", amount: "40000.00" },
      { to: "0xCC", amount: "1234.56" },
    ]);
    expect({ head, total, problems, needsAcceptance }).toEqual({
      head: 5_876_544n,
      total: 4_123_456n,
      problems: [],
      needsAcceptance: true,
    });
  });

  it("needs no acceptance when every payee receives at once", () => {
    expect(plan([{ to: "0xBB", amount: "400" }]).needsAcceptance).toBe(false);
  });

  it("passes a whole slice on to one payee without a head", () => {
    const whole = plan([{ to: "0xBB", amount: "100000" }]);
    expect(whole.isWhole).toBe(true);
    expect(isSound(whole)).toBe(true);
  });

  it("does not cut a slice to nothing for several", () => {
    const cut = plan([
      { to: "0xBB", amount: "50000" },
      { to: "0xCC", amount: "50000" },
    ]);
    expect(cut.problems).toEqual(["headTooSmall"]);
  });

  it("keeps a head of the smallest slice", () => {
    expect(plan([{ to: "0xBB", amount: "99800.00" }]).problems).toEqual([]);
    expect(plan([{ to: "0xBB", amount: "99800.01" }]).problems).toEqual(["headTooSmall"]);
  });

  it("refuses more than the slice", () => {
    expect(plan([{ to: "0xBB", amount: "100000.01" }]).problems).toEqual(["exceedsSlice"]);
  });

  it("refuses no parts, too many parts, and a hop too many", () => {
    expect(plan([]).problems).toEqual(["noParts"]);
    const many = Array.from({ length: MOST_PARTS + 1 }, () => ({ to: "0xBB", amount: "" }));
    expect(plan(many).problems).toEqual(["tooManyParts"]);
    expect(plan([{ to: "0xBB", amount: "400" }], { hops: 10 }).problems).toEqual(["tooManyHops"]);
  });

  it("names what is wrong with a line", () => {
    expect(lineProblems({ to: "", amount: "" })).toEqual(["payeeMissing", "amountMissing"]);
    expect(lineProblems({ to: "0xaa", amount: "400" })).toEqual(["toSelf"]);
    expect(lineProblems({ to: "0xEE", amount: "400" })).toEqual(["payeeUnknown"]);
    expect(lineProblems({ to: "0xDD", amount: "400" })).toEqual(["payeeMayNotReceive"]);
    expect(lineProblems({ to: "0xBB", amount: "-4" })).toEqual(["amountMalformed"]);
    expect(lineProblems({ to: "0xBB", amount: "1e4" })).toEqual(["amountMalformed"]);
    expect(lineProblems({ to: "0xBB", amount: "400.001" })).toEqual(["amountTooPrecise"]);
    expect(lineProblems({ to: "0xBB", amount: "199.99" })).toEqual(["amountTooSmall"]);
  });
});
