import { describe, expect, it } from "vitest";
import { parseRate } from "./rate.ts";

describe("parseRate", () => {
  it("keeps four decimals exactly", () => {
    expect(parseRate("3.85")).toBe(38_500n);
    expect(parseRate("0.0001")).toBe(1n);
    expect(parseRate("12")).toBe(120_000n);
  });
  it("refuses a fifth decimal and words", () => {
    expect(() => parseRate("3.85001")).toThrow("AmountTooPrecise");
    expect(() => parseRate("three")).toThrow("AmountMalformed");
  });
});
