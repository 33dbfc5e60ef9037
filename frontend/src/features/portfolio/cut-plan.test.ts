import { describe, expect, it } from "vitest";
import { MOST_PARTS } from "../../domain/paying/payment.ts";
import { isSoundCut, planCut } from "./cut-plan.ts";

const FACE = 10_000_000n;
const rules = { smallest: 20_000n, digits: 2 };
const plan = (...amounts: string[]) => planCut(FACE, rules, amounts);

describe("planCut", () => {
  it("shows what is cut off and what stays", () => {
    const cut = plan("40000.00", "1234.56");
    expect(cut).toMatchObject({ total: 4_123_456n, head: 5_876_544n, problems: [] });
    expect(cut.lines.map(({ amount }) => amount)).toEqual([4_000_000n, 123_456n]);
    expect(isSoundCut(cut)).toBe(true);
  });

  it("keeps a head of the smallest slice: a slice can't be cut off itself", () => {
    expect(plan("99800").problems).toEqual([]);
    expect(plan("99800.01").problems).toEqual(["headTooSmall"]);
    expect(plan("100000").problems).toEqual(["headTooSmall"]);
  });

  it("refuses more than the slice, no parts, and too many", () => {
    expect(plan("60000", "60000").problems).toEqual(["exceedsSlice"]);
    expect(plan().problems).toEqual(["noParts"]);
    expect(plan(...Array.from({ length: MOST_PARTS + 1 }, () => "")).problems).toEqual(["tooManyParts"]);
  });

  it("names what is wrong with an amount, and is not sound then", () => {
    const problemOf = (text: string) => plan(text).lines[0]?.problem;
    expect(problemOf(" ")).toBe("amountMissing");
    expect(problemOf("1e4")).toBe("amountMalformed");
    expect(problemOf("400.001")).toBe("amountTooPrecise");
    expect(problemOf("0")).toBe("amountTooSmall");
    expect(problemOf("199.99")).toBe("amountTooSmall");
    expect(problemOf("200")).toBeNull();
    expect(isSoundCut(plan("400", ""))).toBe(false);
  });
});
