import { describe, expect, it } from "vitest";
import { dayFromIso } from "./day-count.ts";
import { appraise, type Lot, type OfferMisfit, type StandingOffer } from "./standing-offer.ts";

const today = dayFromIso("2026-11-21");
const at = { timestamp: 1_795_226_400n, today };
const lot: Lot = { face: 3_000_000n, dueDay: today + 170, obligors: ["0xAb", "0xCd"], currency: 1, need: null };
const offer: StandingOffer = {
  ...{ currency: 1, dayCount: "ACT", dayBase: 360, startsAt: at.timestamp, expiresAt: at.timestamp },
  ...{ smallestFace: 100_000n, largestFace: 3_000_000n, sellerLimit: 0n, limit: 10_000_000n, used: 0n },
  ...{ paused: false, withdrawn: false, obligors: ["0xff", "0xaB"] },
  tiers: [
    { longestDays: 90, ratePpm: 38_500 },
    { longestDays: 183, ratePpm: 54_000 },
  ],
};

function reasons(changes: Partial<StandingOffer>, sold: Partial<Lot> = {}, bought = 0n): OfferMisfit["reason"][] {
  return appraise({ ...lot, ...sold }, { ...offer, ...changes }, bought, at).misfits.map(({ reason }) => reason);
}

describe("appraise", () => {
  it("pays the bank discount of the textbook, at the rate of the first tier that is long enough", () => {
    expect(appraise(lot, offer, 0n, at)).toEqual({
      price: {
        ...{ face: 3_000_000n, days: 170, ratePpm: 54_000 },
        ...{ discountMinor: 76_500n, netMinor: 2_923_500n, yearlyCostPpm: 55_413n },
      },
      misfits: [],
    });
    const rate = (days: number) => appraise({ ...lot, dueDay: today + days }, offer, 0n, at).price?.ratePpm;
    expect([90, 91, 183, 184].map(rate)).toEqual([38_500, 54_000, 54_000, undefined]);
  });

  it("counts days as the offer does", () => {
    const changed: StandingOffer = { ...offer, dayCount: "30/360", dayBase: 365 };
    expect(appraise(lot, changed, 0n, at).price).toMatchObject({ days: 169, discountMinor: 75_008n });
  });

  it("names the condition that fails", () => {
    expect(reasons({ withdrawn: true, paused: true })).toEqual(["withdrawn"]);
    expect(reasons({ paused: true })).toEqual(["paused"]);
    expect(reasons({ startsAt: at.timestamp + 1n })).toEqual(["notStarted"]);
    expect(reasons({ expiresAt: at.timestamp - 1n })).toEqual(["expired"]);
    expect(reasons({ obligors: ["0xff"] })).toEqual(["obligor"]);
    expect(reasons({ currency: 2 })).toEqual(["currency"]);
    expect(reasons({}, { dueDay: today })).toEqual(["due"]);
    expect(reasons({ tiers: [{ longestDays: 169, ratePpm: 1 }] })).toEqual(["tenor"]);
    expect(reasons({ smallestFace: 3_000_001n })).toEqual(["tooSmall"]);
    expect(reasons({ largestFace: 2_999_999n })).toEqual(["tooLarge"]);
    expect(reasons({ used: 7_000_001n })).toEqual(["limit"]);
    expect(reasons({ sellerLimit: 3_500_000n }, {}, 500_001n)).toEqual(["sellerLimit"]);
    expect(reasons({ smallestFace: 1n }, { face: 10n })).toEqual(["rounds"]);
  });

  it("accepts each condition at its bound, and either account of the obligor", () => {
    expect(reasons({ smallestFace: 3_000_000n, used: 7_000_000n, obligors: ["0xCD"] })).toEqual([]);
    expect(reasons({ sellerLimit: 3_500_000n }, {}, 500_000n)).toEqual([]);
    expect(reasons({ tiers: [{ longestDays: 170, ratePpm: 0 }], smallestFace: 1n }, { face: 10n })).toEqual([]);
  });

  describe("for the cash needed", () => {
    const price = (cash: bigint, smallest = 100n) => {
      const { price: found, misfits } = appraise({ ...lot, need: { cash, smallest } }, offer, 0n, at);
      return [found?.face, found?.netMinor, misfits.map(({ reason }) => reason)];
    };
    it("sells the smallest face that brings it", () => {
      expect(price(1_000_000n)).toEqual([1_026_167n, 1_000_000n, []]);
    });
    it("sells the ledger's smallest slice where less would do", () => {
      expect(price(1_000_000n, 1_200_000n)).toEqual([1_200_000n, 1_169_400n, []]);
    });
    it("sells all where what stays would be too small", () => {
      expect(price(2_900_000n, 50_000n)).toEqual([3_000_000n, 2_923_500n, []]);
    });
    it("says that even all of it does not bring so much", () => {
      expect(price(2_923_500n)).toEqual([3_000_000n, 2_923_500n, []]);
      expect(price(2_923_501n)).toEqual([3_000_000n, 2_923_500n, ["cash"]]);
    });
  });
});
