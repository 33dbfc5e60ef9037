import { describe, expect, it } from "vitest";
import { readRepayment } from "./repayment.ts";

describe("readRepayment", () => {
  it("takes at most the debt", () => {
    expect(readRepayment("600.00", 2, 600_00n)).toEqual({ amount: 600_00n });
    expect(readRepayment("600.01", 2, 600_00n)).toEqual({ problem: "aboveDebt" });
  });
  it("takes an amount of more than nothing", () => {
    expect(readRepayment("0", 2, 600_00n)).toEqual({ problem: "notPositive" });
    expect(readRepayment("", 2, 600_00n)).toEqual({ problem: "malformed" });
    expect(readRepayment("1.001", 2, 600_00n)).toEqual({ problem: "malformed" });
  });
});
