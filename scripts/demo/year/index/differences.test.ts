import { describe, expect, it } from "vitest";
import { differencesOf, factsOf, sumsOf } from "./differences.ts";

const facts = (rows: Record<string, string>) => new Map(Object.entries(rows));

describe("differencesOf", () => {
  it("has nothing to tell of equal tables", () => {
    expect(
      differencesOf({ table: "slice", index: facts({ a: "1", b: "2" }), chain: facts({ b: "2", a: "1" }) }),
    ).toEqual([]);
  });

  it("tells what differs, what is missing and what should not be there", () => {
    const [index, chain] = [facts({ a: "1", b: "2" }), facts({ a: "3", c: "4" })];
    expect(differencesOf({ table: "slice", index, chain })).toEqual([
      "slice a: the index has 1; the chain 3",
      "slice b: the index has 2; the chain nothing",
      "slice c: the index has nothing; the chain 4",
    ]);
  });
});

describe("factsOf", () => {
  it("writes addresses and figures alike, from wherever they come", () => {
    expect(factsOf([["0xAB", [1n, "0xCD", true, null]]])).toEqual(facts({ "0xab": "1 0xcd true null" }));
  });

  it("refuses two rows about the same", () => {
    expect(() =>
      factsOf([
        ["0xAB", [1n]],
        ["0xab", [2n]],
      ]),
    ).toThrow("Two rows are about 0xab.");
  });
});

describe("sumsOf", () => {
  it("adds up by key, figure by figure", () => {
    expect(
      sumsOf([
        ["a", [1n, 2n]],
        ["b", [5n, 0n]],
        ["A", [10n, -3n]],
      ]),
    ).toEqual(facts({ a: "11 -1", b: "5 0" }));
  });
});
