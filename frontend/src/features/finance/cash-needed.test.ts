import { describe, expect, it } from "vitest";
import { readCashNeeded } from "./cash-needed.ts";

describe("readCashNeeded", () => {
  const read = (text: string) => readCashNeeded(text, 2, 50_000n);
  it("is nothing for the whole slice", () => expect(read("  ")).toEqual({ cash: null }));
  it("is at most the face", () => {
    expect(read("500.00")).toEqual({ cash: 50_000n });
    expect(read("500.01")).toEqual({ problem: "tooMuch" });
  });
  it("is an amount, and more than nothing", () => {
    expect(read("12.345")).toEqual({ problem: "malformed" });
    expect(read("0")).toEqual({ problem: "notPositive" });
  });
});
