import { describe, expect, it } from "vitest";
import { addSplit, splittingAlerts } from "./splitting.ts";

const SMALLEST = 2_500_00n;
const parts = (count: number, face: bigint) => Array.from({ length: count }, () => face);
const rules = (...splits: bigint[][]) => {
  const none: ReturnType<typeof addSplit> | null = null;
  const day = splits.reduce<ReturnType<typeof addSplit> | null>((sum, faces) => addSplit(sum, faces, SMALLEST), none);
  return day ? splittingAlerts(day).map(({ rule, figure, amount }) => [rule, figure, amount]) : [];
};

describe("abnormal splitting", () => {
  it("is silent up to 20 parts in a day, in whatever splits", () => {
    expect(rules(parts(20, 10_000_00n))).toEqual([]);
    expect(rules(parts(10, 10_000_00n), parts(10, 10_000_00n))).toEqual([]);
  });
  it("fires with the 21st, also when splits add up", () => {
    expect(rules(parts(21, 10_000_00n))).toEqual([["manyParts", 21, 210_000_00n]]);
    expect(rules(parts(10, 10_000_00n), parts(11, 10_000_00n))).toEqual([["manyParts", 21, 210_000_00n]]);
  });
  it("is silent about four small parts, and about any number of twice the smallest", () => {
    expect(rules(parts(4, SMALLEST))).toEqual([]);
    expect(rules(parts(15, 2n * SMALLEST))).toEqual([]);
  });
  it("fires with the fifth part below twice the smallest slice, and counts only these", () => {
    expect(rules([...parts(5, 2n * SMALLEST - 1n), ...parts(3, 50_000_00n)])).toEqual([
      ["smallParts", 5, 5n * (2n * SMALLEST - 1n)],
    ]);
  });
  it("can fire both rules", () => {
    expect(rules(parts(30, SMALLEST)).map(([rule]) => rule)).toEqual(["manyParts", "smallParts"]);
  });
});
