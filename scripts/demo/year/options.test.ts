import { describe, expect, it } from "vitest";
import { yearOptions } from "./options.ts";

describe("yearOptions", () => {
  it("plays two thousand invoices unless told otherwise", () => {
    expect(yearOptions([])).toEqual({ invoices: 2000, seed: 1 });
    expect(yearOptions(["--invoices", "60", "--seed=9"])).toEqual({ invoices: 60, seed: 9 });
  });

  it("is asked for help", () => {
    expect(yearOptions(["--help"])).toBeNull();
  });

  it.each([
    ["too few invoices", ["--invoices", "9"], '--invoices must be a whole number from 10 to 5000, not "9"'],
    ["too many", ["--invoices", "5001"], "from 10 to 5000"],
    ["no number", ["--invoices", "many"], 'not "many"'],
    ["a fraction", ["--seed", "1.5"], '--seed must be a whole number from 0 to 2147483647, not "1.5"'],
    ["an unknown option", ["--days", "3"], "Unknown option '--days'"],
    ["a word", ["60"], "Unexpected argument '60'"],
  ])("refuses %s with the reason", (_, args, reason) => {
    expect(() => yearOptions(args)).toThrow(reason);
  });
});
