import { describe, expect, it } from "vitest";
import { BUCKETS, bucketOf, currenciesOf, ladderOf } from "./maturity-ladder.ts";

const today = 20_000;
const row = (inDays: number, amount: bigint, currency = 1) => ({ dueDay: today + inDays, amount, currency });

describe("bucketOf", () => {
  it.each([
    [-1, "overdue"],
    [0, "today"],
    [1, "7"],
    [7, "7"],
    [8, "30"],
    [30, "30"],
    [31, "60"],
    [60, "60"],
    [61, "90"],
    [90, "90"],
    [91, "later"],
  ] as const)("puts %i days into %s", (days, bucket) => expect(bucketOf(today + days, today)).toBe(bucket));
});

describe("ladderOf", () => {
  const rows = [row(5, 400n), row(7, 600n), row(40, 250n), row(3, 9_999n, 2)];

  it("adds up one currency, bucket by bucket, and names all buckets", () => {
    const ladder = ladderOf(rows, 1, today);
    expect(ladder.map(({ bucket }) => bucket)).toEqual(BUCKETS);
    expect(ladder.map(({ amount }) => amount)).toEqual([0n, 0n, 1_000n, 0n, 250n, 0n, 0n]);
    expect(ladder.map(({ share }) => share)).toEqual([0, 0, 1_000, 0, 250, 0, 0]);
  });

  it("shows a bar for the smallest sum", () => {
    const [, , soon] = ladderOf([row(1, 1n), row(50, 10n ** 12n)], 1, today);
    expect(soon?.share).toBe(1);
  });
});

describe("currenciesOf", () => {
  it("lists each once", () => expect(currenciesOf([row(1, 1n, 2), row(1, 1n), row(2, 1n)])).toEqual([1, 2]));
});
