import { describe, expect, it } from "vitest";
import { covers, openMatches, programmeState } from "./programme-state.ts";

const life = { paused: false, withdrawn: false, startsAt: 10n, expiresAt: 20n, budget: 100n, spent: 0n };

describe("programmeState", () => {
  it.each([
    ["open", {}, 10n],
    ["open", {}, 20n],
    ["notStarted", {}, 9n],
    ["expired", { paused: true }, 21n],
    ["paused", { paused: true, spent: 100n }, 15n],
    ["usedUp", { spent: 100n }, 15n],
    ["withdrawn", { withdrawn: true, paused: true }, 15n],
  ] as const)("is %s", (state, change, at) => expect(programmeState({ ...life, ...change }, at)).toBe(state));
});

describe("covers", () => {
  const programme = {
    ...{ obligor: "0xAA", currency: 1, smallestFace: 100n },
    tiers: [
      { longestDays: 10, ratePpm: 1 },
      { longestDays: 30, ratePpm: 2 },
    ],
  };
  const held = { face: 100n, obligor: "0xaa", receivable: { currency: 1, dueDay: 1_030 } };
  it.each([
    ["a slice within its scale", held, true],
    ["another obligor's", { ...held, obligor: "0xbb" }, false],
    ["another currency's", { ...held, receivable: { currency: 2, dueDay: 1_030 } }, false],
    ["a smaller one", { ...held, face: 99n }, false],
    ["one due later than it reaches", { ...held, receivable: { currency: 1, dueDay: 1_031 } }, false],
    ["one due today", { ...held, receivable: { currency: 1, dueDay: 1_000 } }, false],
  ] as const)("%s", (_, slice, expected) => expect(covers(programme, slice, 1_000, "ACT")).toBe(expected));
});

describe("openMatches", () => {
  const receivable = { status: "confirmed", held: false, heldUntil: null, dueDay: 1_030, currency: 1 };
  const slice = { flags: 0, face: 100n, receivable };
  const scale = { obligor: "0xaa", currency: 1, smallestFace: 100n, tiers: [{ longestDays: 30, ratePpm: 1 }] };
  const programme = { ...life, ...scale };
  const now = { timestamp: 15n, today: 1_000, dayCountOf: () => "ACT" as const };
  it("pairs each free slice with each programme that is open for it", () => {
    const frozen = { ...slice, flags: 2 };
    const owing = [slice, frozen].map((each) => ({ slice: each, obligor: "0xaa" }));
    const programmes = [programme, { ...programme, paused: true }, { ...programme, currency: 2 }];
    expect(openMatches(owing, programmes, now)).toEqual([{ slice, programme }]);
  });
});
