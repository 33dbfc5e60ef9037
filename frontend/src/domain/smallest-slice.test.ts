import { describe, expect, it } from "vitest";
import { smallestSlice } from "./smallest-slice.ts";

describe("smallestSlice", () => {
  it("is the policy's minimum or one share of the face, rounded up, whichever is larger", () => {
    expect(smallestSlice(50_000n, 100n, 500)).toBe(100n);
    expect(smallestSlice(50_001n, 100n, 500)).toBe(101n);
    expect(smallestSlice(1n << 47n, 100n, 1)).toBe(1n << 47n);
  });
});
