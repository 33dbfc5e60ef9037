import { describe, expect, it } from "vitest";
import { draftOf, type PolicyDraft, readDraft } from "./draft.ts";
import { differences, NUMBERS, type Parameters, SWITCHES } from "./parameters.ts";

const FIRST: Parameters = {
  ...{ tenorSoftDays: 183, tenorHardDays: 365, maxHops: 10, minSlice: 100n, maxSlices: 500, graceDays: 3 },
  ...{ defaultDays: 30, penaltyPpmPerDay: 500, utcOffsetHours: 8, contractAbove: 0n },
  ...{ requireRegistry: true, stopIssuance: true, consentAllowed: true },
};
/** 2026-11-21 10:00 in Chongqing. */
const NOW = BigInt(Date.parse("2026-11-21T10:00:00+08:00") / 1_000);
const CONTEXT = { inForce: FIRST, latestFrom: NOW - 1_000n, earliest: NOW + 86_400n };

function read(numbers: Partial<PolicyDraft["numbers"]>, rest: Partial<PolicyDraft> = {}, context = CONTEXT) {
  const draft = draftOf(FIRST);
  return readDraft({ ...draft, ...rest, numbers: { ...draft.numbers, ...numbers } }, context);
}

describe("readDraft", () => {
  it("reads back what it is filled in with, and says that nothing differs", () => {
    expect(read({})).toEqual({ problems: { unchanged: true } });
  });

  it("gives the ledger's parameters; at once unless a day is named", () => {
    expect(read({ maxHops: " 7 ", utcOffsetHours: "−5" })).toEqual({
      policy: { parameters: { ...FIRST, maxHops: 7, utcOffsetHours: -5 }, effectiveFrom: 0 },
    });
    const switched = read({}, { switches: { ...draftOf(FIRST).switches, stopIssuance: false } });
    expect(switched).toMatchObject({ policy: { parameters: { stopIssuance: false } } });
  });

  it.each(NUMBERS)("bounds $name as its field does", ({ name, least, most }) => {
    for (const outside of [least - 1n, most + 1n]) {
      expect(read({ [name]: outside.toString() })).toMatchObject({ problems: { [name]: "outOfRange" } });
    }
    expect(read({ [name]: "" })).toMatchObject({ problems: { [name]: "missing" } });
    expect(read({ [name]: "1.5" })).toMatchObject({ problems: { [name]: "malformed" } });
  });

  it("refuses what the ledger calls unsound", () => {
    expect(read({ tenorSoftDays: "366" })).toEqual({ problems: { tenorSoftDays: "softAboveHard" } });
    expect(read({ tenorSoftDays: "365" })).toHaveProperty("policy");
    expect(read({ graceDays: "31" })).toEqual({ problems: { defaultDays: "defaultBeforeGrace" } });
    expect(read({ graceDays: "30" })).toHaveProperty("policy");
  });

  it("begins a day in the zone in force, after the notice and after the latest version", () => {
    const from = (effectiveDay: string, context = CONTEXT) => read({ maxHops: "7" }, { effectiveDay }, context);
    expect(from("2026-11-22")).toEqual({ problems: { effectiveDay: "tooEarly" } });
    const begins = Date.parse("2026-11-23T00:00:00+08:00") / 1_000;
    expect(from("2026-11-23")).toMatchObject({ policy: { effectiveFrom: begins } });
    expect(from("2026-11-23", { ...CONTEXT, latestFrom: BigInt(begins) })).toEqual({
      problems: { effectiveDay: "notAfterLast" },
    });
    expect(from("2026-02-30")).toEqual({ problems: { effectiveDay: "malformed" } });
  });
});

describe("differences", () => {
  it("names what differs, in reading order", () => {
    expect(differences(FIRST, { ...FIRST, consentAllowed: false, minSlice: 200n })).toEqual([
      "minSlice",
      "consentAllowed",
    ]);
    expect(differences(FIRST, { ...FIRST })).toEqual([]);
  });

  it("covers every parameter", () => {
    expect([...NUMBERS.map(({ name }) => name), ...SWITCHES].sort()).toEqual(Object.keys(FIRST).sort());
  });
});
