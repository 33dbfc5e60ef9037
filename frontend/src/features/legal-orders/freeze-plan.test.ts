import { describe, expect, it } from "vitest";
import { freezePlan, releaseCalls } from "./freeze-plan.ts";

const slice = (start: bigint, end: bigint, holder: string, flags = 0) => ({
  ...{ id: `0x${start.toString(16)}`, start, end, holder, flags },
});
const SLICES = [slice(0n, 100n, "a"), slice(100n, 250n, "b"), slice(250n, 300n, "a")];

describe("freezePlan", () => {
  it("names the slice that covers the first cent, and cuts where the range ends within a slice", () => {
    expect(freezePlan(SLICES, 20n, 60n)).toEqual({
      calls: [{ covering: 0n, from: 20n, to: 60n }],
      holders: [{ holder: "a", amount: 40n }],
      cuts: 2,
      renews: false,
    });
  });
  it("adds up what each holder has in it", () => {
    expect(freezePlan(SLICES, 50n, 300n)).toMatchObject({
      holders: [
        { holder: "a", amount: 100n },
        { holder: "b", amount: 150n },
      ],
      cuts: 1,
    });
  });
  it("goes on after a hundred slices, at the hundred and first", () => {
    const many = Array.from({ length: 150 }, (_, i) => slice(BigInt(i) * 10n, BigInt(i + 1) * 10n, "a"));
    const plan = freezePlan(many, 5n, 1_500n);
    expect(plan).toMatchObject({
      calls: [
        { covering: 0n, from: 5n, to: 1_500n },
        { covering: 1_000n, from: 1_000n, to: 1_500n },
      ],
    });
  });
  it("says when some of it is frozen already", () => {
    expect(freezePlan([slice(0n, 100n, "a", 2)], 0n, 100n)).toMatchObject({ renews: true, cuts: 0 });
  });
  it.each([
    [0n, 0n],
    [60n, 20n],
    [0n, 301n],
    [300n, 400n],
  ])("refuses [%s, %s)", (from, to) => expect(freezePlan(SLICES, from, to)).toBe("outside"));
  it("refuses cents that nobody is owed any more", () => {
    expect(freezePlan([slice(0n, 50n, "a"), slice(50n, 100n, "o", 4)], 0n, 100n)).toBe("retired");
    expect(freezePlan([slice(0n, 50n, "a"), slice(50n, 100n, "o", 4)], 0n, 50n)).not.toBe("retired");
  });
});

describe("releaseCalls", () => {
  it("takes a hundred slices at a time", () => {
    const ids = Array.from({ length: 101 }, (_, i) => `0x${i.toString(16)}`);
    expect(releaseCalls(ids).map((call) => call.length)).toEqual([100, 1]);
    expect(releaseCalls([])).toEqual([]);
  });
});
