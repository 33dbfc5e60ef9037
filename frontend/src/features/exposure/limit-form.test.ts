import { describe, expect, it } from "vitest";
import { concentration } from "./concentration.ts";
import { readLimit } from "./limit-form.ts";

describe("readLimit", () => {
  it("takes zero and what fits", () => {
    expect(readLimit("0", 2)).toEqual({ limit: 0n });
    expect(readLimit("5000000.01", 2)).toEqual({ limit: 500_000_001n });
    expect(readLimit((1n << 96n).toString(), 0)).toEqual({ problem: "tooLarge" });
  });
  it("refuses the rest", () => {
    expect(readLimit(" ", 2)).toEqual({ problem: "missing" });
    expect(readLimit("1.001", 2)).toEqual({ problem: "malformed" });
  });
});

describe("concentration", () => {
  const stake = (group: string, currency: number, held: bigint, lent: bigint) => ({ group, currency, held, lent });
  it("adds up by group and currency, the largest first", () => {
    const rows = [stake("a", 1, 5n, 0n), stake("b", 1, 0n, 8n), stake("a", 1, 1n, 1n), stake("a", 2, 9n, 0n)];
    expect(concentration(rows)).toEqual([
      { group: "b", currency: 1, held: 0n, lent: 8n, total: 8n, whole: 15n },
      { group: "a", currency: 1, held: 6n, lent: 1n, total: 7n, whole: 15n },
      { group: "a", currency: 2, held: 9n, lent: 0n, total: 9n, whole: 9n },
    ]);
  });
});
