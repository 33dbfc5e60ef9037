import { describe, expect, it } from "vitest";
import { type Alternative, bestOfEachKind, verdictOf } from "./comparison-rows.ts";

const one = (id: bigint, withRecourse: boolean, netMinor: bigint, misfits: readonly unknown[] = []) => ({
  offer: { id, bank: "0x1", withRecourse },
  price: { netMinor, yearlyCostPpm: 1n },
  misfits,
});
const way = (recourse: boolean, net: bigint): Alternative => ({
  ...{ key: "a", bank: "0x1", recourse, net, yearlyCostPpm: null },
});

describe("bestOfEachKind", () => {
  it("takes the first of each kind that fits", () => {
    const ranked = [one(1n, true, 99n, ["paused"]), one(2n, true, 98n), one(3n, true, 97n), one(4n, false, 90n)];
    expect(bestOfEachKind(ranked).map(({ key, net }) => [key, net])).toEqual([
      ["4", 90n],
      ["2", 98n],
    ]);
  });
  it("is empty when nothing fits", () => {
    expect(bestOfEachKind([{ ...one(1n, false, 1n), price: null }])).toEqual([]);
  });
});

describe("verdictOf", () => {
  it("compares with what has no recourse when the quote has none", () => {
    expect(verdictOf(way(false, 95n), [way(false, 90n), way(true, 99n)])).toEqual({ kind: "more", difference: 5n });
  });
  it("compares a quote with recourse with everything", () => {
    expect(verdictOf(way(true, 95n), [way(false, 97n), way(true, 96n)])).toEqual({ kind: "less", difference: 2n });
    expect(verdictOf(way(true, 97n), [way(false, 97n)])).toEqual({ kind: "same", difference: 0n });
  });
  it("has nothing to compare with when all else is worse in recourse", () => {
    expect(verdictOf(way(false, 95n), [way(true, 99n)])).toEqual({ kind: "none", difference: 0n });
  });
});
