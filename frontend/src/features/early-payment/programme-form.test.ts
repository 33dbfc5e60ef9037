import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { type ProgrammeDraft, readMore, readProgramme } from "./programme-form.ts";

const context = { minorDigits: 2, dayBase: 360 as const, today: dayFromIso("2026-11-20"), utcOffsetHours: 8 };
const draft: ProgrammeDraft = {
  ...{ currency: "1", budget: "1000000", smallestFace: "1000", forAll: true },
  tiers: [
    { longestDays: "30", rate: "3" },
    { longestDays: "180", rate: "4.25" },
  ],
  ...{ firstDay: "2026-11-20", lastDay: "2026-12-31" },
};
const read = (change: Partial<ProgrammeDraft>) => readProgramme({ ...draft, ...change }, context);

describe("readProgramme", () => {
  it("gives what the desk takes; begun today, it begins at once", () => {
    expect(read({})).toEqual({
      ...{ currency: 1, budget: 100_000_000n, smallestFace: 100_000n, forAll: true },
      tiers: [
        { longestDays: 30, ratePpm: 30_000 },
        { longestDays: 180, ratePpm: 42_500 },
      ],
      startsAt: 0n,
      // 31 December 2026, 23:59:59 in Chongqing.
      expiresAt: BigInt(Date.UTC(2026, 11, 31, 15, 59, 59) / 1_000),
    });
  });

  it("begins a later day at its midnight", () => {
    expect(read({ firstDay: "2026-12-01" })).toMatchObject({
      startsAt: BigInt(Date.UTC(2026, 10, 30, 16) / 1_000),
    });
  });

  it.each([
    ["budget", "missing", { budget: " " }],
    ["budget", "malformed", { budget: "1,000" }],
    ["budget", "notPositive", { budget: "0" }],
    ["smallestFace", "notPositive", { smallestFace: "0.00" }],
    ["smallestFace", "tooLarge", { smallestFace: "9999999999999999" }],
    ["firstDay", "past", { firstDay: "2026-11-19" }],
    ["lastDay", "beforeFirst", { firstDay: "2026-12-02", lastDay: "2026-12-01" }],
    ["lastDay", "malformed", { lastDay: "2026-02-30" }],
    ["longestDays/0", "notPositive", { tiers: [{ longestDays: "0", rate: "1" }] }],
    ["longestDays/0", "malformed", { tiers: [{ longestDays: "1.5", rate: "1" }] }],
    ["rate/0", "malformed", { tiers: [{ longestDays: "10", rate: "x" }] }],
    ["rate/0", "takesAll", { tiers: [{ longestDays: "360", rate: "100" }] }],
    ["rate/0", "tooLarge", { tiers: [{ longestDays: "1", rate: "1678" }] }],
  ] as const)("says of %s that it is %s", (field, problem, change) => {
    expect(read(change)).toEqual({ problems: { [field]: problem } });
  });

  it("wants the days of the scale to ascend", () => {
    const tiers = [
      { longestDays: "60", rate: "3" },
      { longestDays: "60", rate: "4" },
    ];
    expect(read({ tiers })).toEqual({ problems: { "longestDays/1": "notAscending" } });
  });
});

describe("readMore", () => {
  it("reads an amount, or says why not", () => {
    expect(readMore("12.5", 2)).toEqual({ amount: 1_250n });
    expect(readMore("0", 2)).toEqual({ problem: "notPositive" });
    expect(readMore("", 2)).toEqual({ problem: "missing" });
  });
});
