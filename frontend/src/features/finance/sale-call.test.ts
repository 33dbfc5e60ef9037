import { describe, expect, it } from "vitest";
import type { OfferTerms } from "../../app/transaction/offerTerms.ts";
import { saleCall } from "./sale-call.ts";

const DESK = "0x00000000000000000000000000000000000000d1";
const terms: OfferTerms = {
  ...{ currency: 1, dayCount: "30/360", dayBase: 365, withRecourse: true, limited: false },
  ...{ startsAt: 5n, expiresAt: 9n, smallestFace: 100n, largestFace: 900n, sellerLimit: 0n },
  ...{ tiers: [{ longestDays: 90, ratePpm: 38_500 }], obligors: ["0x00000000000000000000000000000000000000a1"] },
};
const handedIn = {
  ...terms,
  dayCount: 1,
  startsAt: 5,
  expiresAt: 9,
  smallestFace: 100,
  largestFace: 900,
  sellerLimit: 0,
};
const price = { face: 500n, netMinor: 490n };

describe("saleCall", () => {
  it("takes a single offer for the whole slice, for at least what was shown", () => {
    const call = saleCall(DESK, 7n, { price, need: null, named: [{ ...terms, id: 3n }] });
    expect(call).toMatchObject({ functionName: "take", args: [7n, handedIn, 3n, 490] });
  });

  it("names several offers, the shown one first", () => {
    const named = [
      { ...terms, id: 3n },
      { ...terms, id: 2n },
    ];
    const call = saleCall(DESK, 7n, { price, need: null, named });
    const sale = { id: 7n, cash: 0, leastNet: 490, mostFace: 0 };
    expect(call).toMatchObject({
      functionName: "takeBest",
      args: [
        [sale],
        [
          { offerId: 3n, terms: handedIn },
          { offerId: 2n, terms: handedIn },
        ],
      ],
    });
  });

  it("sells a part for the cash needed, with at most the face that was shown", () => {
    const need = { cash: 488n, smallest: 500n };
    const call = saleCall(DESK, 7n, { price, need, named: [{ ...terms, id: 3n }] });
    const sale = { id: 7n, cash: 488, leastNet: 488, mostFace: 500 };
    expect(call).toMatchObject({ functionName: "takeBest", args: [[sale], [{ offerId: 3n }]] });
  });
});
