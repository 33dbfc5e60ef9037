import { describe, expect, it } from "vitest";
import { type OfferDraft, readOffer, readRaisedLimit } from "./offer-form.ts";

const OBLIGOR = "0x00000000000000000000000000000000000000A1";
const draft: OfferDraft = {
  obligors: [OBLIGOR],
  currency: "1",
  tiers: [{ longestDays: "180", rate: "3.85" }],
  smallestFace: "1000.00",
  largestFace: "",
  limit: "500000",
  sellerLimit: "",
  lastDay: "2026-12-31",
  withRecourse: false,
  limited: false,
};
const context = { minorDigits: 2, dayCount: "ACT", dayBase: 360, today: 20_778, utcOffsetHours: 8 } as const;

describe("readOffer", () => {
  it("reads what was typed, as the desk takes it", () => {
    expect(readOffer(draft, context)).toEqual({
      terms: {
        currency: 1,
        dayCount: "ACT",
        dayBase: 360,
        withRecourse: false,
        limited: false,
        startsAt: 0n,
        expiresAt: BigInt(Date.parse("2026-12-31T15:59:59Z") / 1000),
        smallestFace: 100_000n,
        largestFace: 2n ** 48n - 1n,
        sellerLimit: 0n,
        tiers: [{ longestDays: 180, ratePpm: 38_500 }],
        obligors: [OBLIGOR],
      },
      limit: 50_000_000n,
    });
  });

  it("keeps several obligors and rates in their order, and the optional bounds", () => {
    const other = "0x00000000000000000000000000000000000000b2";
    const changed = {
      obligors: [OBLIGOR, other],
      tiers: [
        { longestDays: "90", rate: "3.8" },
        { longestDays: "180", rate: "4.1" },
      ],
      ...{ largestFace: "1000.00", sellerLimit: "2000", withRecourse: true, limited: true },
    };
    expect(readOffer({ ...draft, ...changed }, context)).toMatchObject({
      terms: {
        obligors: [OBLIGOR, "0x00000000000000000000000000000000000000b2"],
        tiers: [
          { longestDays: 90, ratePpm: 38_000 },
          { longestDays: 180, ratePpm: 41_000 },
        ],
        ...{ largestFace: 100_000n, sellerLimit: 200_000n, withRecourse: true, limited: true },
      },
    });
  });

  it("names what is missing", () => {
    const blank = { currency: "", smallestFace: "", largestFace: "", limit: "", sellerLimit: "", lastDay: "" };
    const empty = { ...draft, ...blank, obligors: [""], tiers: [{ longestDays: "", rate: "" }] };
    const fields = ["obligor/0", "longestDays/0", "rate/0", "currency", "smallestFace", "limit", "lastDay"];
    const all = Object.fromEntries(fields.map((field) => [field, "missing"]));
    expect(readOffer(empty, context)).toEqual({ problems: all });
  });

  const tiers = (...rows: [longestDays: string, rate: string][]) => ({
    tiers: rows.map(([longestDays, rate]) => ({ longestDays, rate })),
  });
  it.each<[Partial<OfferDraft>, Record<string, string>]>([
    [tiers(["180", "3.85001"]), { "rate/0": "malformed" }],
    [tiers(["180", "1700"]), { "rate/0": "tooLarge" }],
    [tiers(["180", "200"]), { "rate/0": "takesAll" }],
    [tiers(["0", "3"]), { "longestDays/0": "notPositive" }],
    [tiers(["1.5", "3"]), { "longestDays/0": "malformed" }],
    [tiers(["70000", "0.1"]), { "longestDays/0": "tooLarge" }],
    [tiers(["90", "3"], ["90", "4"]), { "longestDays/1": "notAscending" }],
    [tiers(["90", "3"], ["", "4"], ["80", "4"]), { "longestDays/1": "missing", "longestDays/2": "notAscending" }],
    [{ obligors: [OBLIGOR, OBLIGOR] }, { "obligor/1": "twice" }],
    [{ limit: "0.00" }, { limit: "notPositive" }],
    [{ smallestFace: "500000.01" }, { smallestFace: "aboveLimit" }],
    [{ smallestFace: "10.001" }, { smallestFace: "malformed" }],
    [{ largestFace: "999.99" }, { largestFace: "belowSmallest" }],
    [{ sellerLimit: "999.99" }, { sellerLimit: "belowSmallest" }],
    [{ lastDay: "2026-11-20" }, { lastDay: "past" }],
    [{ lastDay: "2026-02-30" }, { lastDay: "malformed" }],
  ])("refuses %o", (changed, problems) => {
    expect(readOffer({ ...draft, ...changed }, context)).toEqual({ problems });
  });

  it("accepts each bound", () => {
    expect(readOffer({ ...draft, lastDay: "2026-11-21", largestFace: "1000" }, context)).toHaveProperty("terms");
    // A hundredth of a per cent point below all of the face.
    expect(readOffer({ ...draft, ...tiers(["180", "199.9999"]) }, context)).toHaveProperty("terms");
  });
});

describe("readRaisedLimit", () => {
  const read = (text: string) => readRaisedLimit(text, 2, 50_000n);
  it("takes only what is more", () => {
    expect(read("500.01")).toEqual({ amount: 50_001n });
    expect(read("500")).toEqual({ problem: "notRaised" });
  });
  it.each([
    ["", "missing"],
    ["0", "notPositive"],
    ["1.001", "malformed"],
    ["2814749767106.56", "tooLarge"],
  ])("refuses %j", (text, problem) => expect(read(text)).toEqual({ problem }));
});
