import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import type { Lot } from "../../domain/standing-offer.ts";
import {
  type BankMeans,
  byWorth,
  fitOffer,
  type Misfit,
  MOST_NAMED,
  namedWith,
  type StandingTerms,
} from "./offer-fit.ts";

const currency = { minorDigits: 2, tokenDecimals: 2 };
const today = dayFromIso("2026-11-21");
const at = { timestamp: 1_795_226_400n, today };
const lot: Lot = { face: 3_000_000n, dueDay: today + 170, obligors: ["0xAb"], currency: 1, need: null };
const offer: StandingTerms = {
  ...{ currency: 1, dayCount: "ACT", dayBase: 360, limited: false, startsAt: 0n, expiresAt: at.timestamp },
  ...{ smallestFace: 100_000n, largestFace: 5_000_000n, sellerLimit: 0n, limit: 10_000_000n, used: 0n },
  ...{ paused: false, withdrawn: false, tiers: [{ longestDays: 183, ratePpm: 54_000 }], obligors: ["0xaB"] },
};
const rich: BankMeans = { mayAct: true, balance: 2_923_500n, allowance: 2_923_500n, exposureLeft: 3_000_000n };

function reasons(means: Partial<BankMeans>, changes: Partial<StandingTerms> = {}): Misfit["reason"][] {
  const { misfits } = fitOffer(lot, { ...offer, ...changes }, 0n, { ...rich, ...means }, at, currency);
  return misfits.map(({ reason }) => reason);
}

describe("fitOffer", () => {
  it("asks for the bank's standing, cash and allowance, each to the cent", () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ mayAct: false })).toEqual(["bank"]);
    expect(reasons({ balance: 2_923_499n })).toEqual(["balance"]);
    expect(reasons({ allowance: 2_923_499n })).toEqual(["allowance"]);
    expect(reasons({ balance: null, allowance: null, exposureLeft: null }, { limited: true })).toEqual([]);
  });

  it("asks for room in the bank's exposure limits only where the offer keeps to them", () => {
    expect(reasons({ exposureLeft: 2_999_999n })).toEqual([]);
    expect(reasons({ exposureLeft: 2_999_999n }, { limited: true })).toEqual(["exposure"]);
    expect(reasons({ exposureLeft: 3_000_000n }, { limited: true })).toEqual([]);
  });

  it("names all that fails at once", () => {
    expect(reasons({ balance: 0n }, { paused: true, used: 10_000_000n })).toEqual(["paused", "limit", "balance"]);
  });
});

describe("byWorth", () => {
  const valued = (ratePpm: number, need: Lot["need"], longestDays = 183) => {
    const tiers = [{ longestDays, ratePpm }];
    return fitOffer({ ...lot, need }, { ...offer, tiers }, 0n, rich, at, currency);
  };
  it("puts the most cash first and what has no price last", () => {
    const ranked = byWorth([valued(54_000, null), valued(38_500, null, 100), valued(38_500, null)]);
    expect(ranked.map(({ price }) => price?.netMinor ?? null)).toEqual([2_945_458n, 2_923_500n, null]);
  });
  it("puts the fewest cents first where only cash is needed", () => {
    const need = { cash: 1_000_000n, smallest: 100n };
    const ranked = byWorth([valued(54_000, need), valued(38_500, need)]);
    expect(ranked.map(({ price }) => [price?.face, price?.netMinor])).toEqual([
      [1_018_517n, 1_000_000n],
      [1_026_167n, 1_000_000n],
    ]);
  });
});

describe("namedWith", () => {
  const one = (id: number, withRecourse = false) => ({ offer: { id, withRecourse } });
  const ids = (named: readonly { offer: { id: number } }[]) => named.map(({ offer: { id } }) => id);
  it("names the others of the same recourse kind with the best", () => {
    const ranked = [one(1, true), one(2), one(3), one(4, true)];
    expect(ids(namedWith(ranked[1] ?? one(0), ranked))).toEqual([2, 3]);
    expect(ids(namedWith(ranked[0] ?? one(0), ranked))).toEqual([1, 4]);
  });
  it("names only the chosen one when it is not the best: the seller wants that bank", () => {
    const ranked = [one(1), one(2)];
    expect(ids(namedWith(ranked[1] ?? one(0), ranked))).toEqual([2]);
  });
  it("names no more than the desk takes", () => {
    const ranked = Array.from({ length: 20 }, (_, id) => one(id));
    expect(namedWith(ranked[0] ?? one(0), ranked)).toHaveLength(MOST_NAMED);
  });
});
