import { describe, expect, it } from "vitest";
import { DAY, kinds, NOON, now, TODAY } from "./item-samples.ts";
import { myProgrammeItems, openProgrammeItems, standingOfferItems } from "./offer-items.ts";

describe("standingOfferItems", () => {
  const offer = {
    id: 7n,
    obligors: ["0xobligor"],
    currency: 1,
    smallestFace: 100n,
    limit: 1_000n,
    used: 0n,
    withdrawn: false,
    expiresAt: NOON + 30n * DAY,
  };
  const of = (changed: Partial<typeof offer>) => kinds(standingOfferItems([{ ...offer, ...changed }], now));

  it("names the obligor of an offer for one only", () => {
    const parties = (obligors: string[]) =>
      standingOfferItems([{ ...offer, expiresAt: NOON, obligors }], now)[0]?.party;
    expect([parties(["0xobligor"]), parties(["0xobligor", "0xother"])]).toEqual(["0xobligor", null]);
  });
  it("is silent about an offer with time and room", () => expect(of({})).toEqual([]));
  it("tells when little time or no room is left", () => {
    expect(of({ expiresAt: NOON + 3n * DAY })).toEqual([["offerExpiring", "watch"]]);
    expect(of({ expiresAt: NOON })).toEqual([["offerExpiring", "today"]]);
    expect(of({ used: 901n })).toEqual([["offerUsedUp", "watch"]]);
    expect(of({ expiresAt: NOON - 1n })).toEqual([]);
    expect(of({ used: 1_000n, withdrawn: true })).toEqual([]);
  });
});

const programme = {
  ...{ id: 3n, obligor: "0xobligor", currency: 1, paused: false, withdrawn: false },
  ...{ startsAt: 0n, expiresAt: NOON + 30n * DAY, budget: 500n, spent: 100n },
};

describe("myProgrammeItems", () => {
  const of = (changed: Partial<typeof programme>) => kinds(myProgrammeItems([{ ...programme, ...changed }], now));

  it("tells when a programme ends or its budget is used up", () => {
    expect(of({})).toEqual([]);
    expect(of({ expiresAt: NOON + 3n * DAY })).toEqual([["programmeExpiring", "watch"]]);
    expect(of({ expiresAt: NOON })).toEqual([["programmeExpiring", "today"]]);
    expect(of({ spent: 500n })).toEqual([["programmeUsedUp", "watch"]]);
  });
  it("is silent about one that is over, withdrawn or paused", () => {
    expect(of({ expiresAt: NOON - 1n })).toEqual([]);
    expect(of({ spent: 500n, withdrawn: true })).toEqual([]);
    expect(of({ expiresAt: NOON, paused: true })).toEqual([]);
  });
});

describe("openProgrammeItems", () => {
  it("is one line for each programme, with all that it is open for", () => {
    const other = { ...programme, id: 4n };
    const matches = [
      { programme, face: 10n },
      { programme, face: 20n },
      { programme: other, face: 5n },
    ];
    const items = openProgrammeItems(matches, now);
    expect(items.map(({ key, money }) => [key, money?.amount])).toEqual([
      ["earlyPayment/3", 30n],
      ["earlyPayment/4", 5n],
    ]);
    expect(items[0]).toMatchObject({ urgency: "watch", party: "0xobligor", day: TODAY + 30 });
  });
});
