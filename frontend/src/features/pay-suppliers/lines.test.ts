import { describe, expect, it } from "vitest";
import { type Line, linesAfter, readLineOf, wantsOf } from "./lines.ts";

const payees = [
  { account: "0xAA", standingConsent: true, mayReceive: true },
  { account: "0xBB", standingConsent: false, mayReceive: true },
  { account: "0xCC", standingConsent: false, mayReceive: false },
];
const line = (to: string, amount: string): Line => ({ key: `${to}${amount}`, to, amount });
const problemsOf = (each: Line) => {
  const { payee, amountProblem } = readLineOf(each, payees, 2);
  return [payee, amountProblem];
};

describe("readLineOf", () => {
  it("names what is wrong with a line", () => {
    expect(problemsOf(line("0xAA", "12.34"))).toEqual([null, null]);
    expect(problemsOf(line("", ""))).toEqual(["payeeMissing", "amountMissing"]);
    expect(problemsOf({ ...line("", "5"), unknown: "Acme" })).toEqual(["payeeUnknown", null]);
    expect(problemsOf(line("0xCC", "0"))).toEqual(["payeeMayNotReceive", "amountZero"]);
    expect(problemsOf(line("0xAA", "1.234"))).toEqual([null, "amountTooPrecise"]);
    expect(problemsOf(line("0xAA", "1,234"))).toEqual([null, "amountMalformed"]);
  });
});

describe("wantsOf", () => {
  it("pays a company once for all its lines, and leaves out what can't be read", () => {
    const lines = [line("0xAA", "5"), line("0xBB", "7.50"), line("0xAA", "0.05"), line("0xBB", "?"), line("", "9")];
    const read = lines.map((each) => readLineOf(each, payees, 2));
    expect(wantsOf(lines, read)).toEqual([
      { payee: "0xAA", amount: 505n },
      { payee: "0xBB", amount: 750n },
    ]);
  });
});

describe("linesAfter", () => {
  it("keeps what was not paid", () => {
    const lines = [line("0xAA", "5"), line("0xBB", "7.50"), line("0xAA", "3")];
    const paid = [
      { payee: "0xAA", amount: 600n },
      { payee: "0xBB", amount: 750n },
    ];
    expect(linesAfter(lines, paid, 2).map(({ to, amount }) => [to, amount])).toEqual([["0xAA", "2.00"]]);
  });

  it("begins anew when all is paid", () => {
    const after = linesAfter([line("0xAA", "5")], [{ payee: "0xAA", amount: 500n }], 2);
    expect(after.map(({ to, amount }) => [to, amount])).toEqual([["", ""]]);
  });
});
