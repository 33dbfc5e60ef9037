import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { type BankMeans, byNet, fitOffer, type Misfit, type Seller, type StandingTerms } from "./offer-fit.ts";

const currency = { dayCount: "ACT", dayBase: 360, minorDigits: 2, tokenDecimals: 2 } as const;
const today = dayFromIso("2026-11-21");
const at = { timestamp: 1_795_226_400n, today };
const slice: Seller = { face: 3_000_000n, dueDay: today + 170, obligor: "0xAb", currency: 1 };
const offer: StandingTerms = {
  obligor: "0xaB",
  currency: 1,
  ratePpm: 54_000,
  longestTenor: 183,
  smallestFace: 100_000n,
  limit: 10_000_000n,
  used: 0n,
  withdrawn: false,
  expiresAt: at.timestamp + 1000n,
};
const rich: BankMeans = { mayAct: true, balance: 2_923_500n, allowance: 2_923_500n };

function reasons(
  changes: Partial<StandingTerms>,
  sold: Partial<Seller> = {},
  means: BankMeans = rich,
): Misfit["reason"][] {
  return fitOffer({ ...slice, ...sold }, { ...offer, ...changes }, means, at, currency).misfits.map((m) => m.reason);
}

describe("fitOffer", () => {
  it("quotes the bank discount of the textbook", () => {
    const { quote, misfits } = fitOffer(slice, offer, rich, at, currency);
    expect(misfits).toEqual([]);
    expect(quote).toEqual({ days: 170, discountMinor: 76_500n, netMinor: 2_923_500n, yearlyCostPpm: 55_413n });
  });

  it("names the condition that fails", () => {
    expect(reasons({ withdrawn: true })).toEqual(["withdrawn"]);
    expect(reasons({ expiresAt: at.timestamp - 1n })).toEqual(["expired"]);
    expect(reasons({ obligor: "0xcd" })).toEqual(["obligor"]);
    expect(reasons({ currency: 2 })).toEqual(["currency"]);
    expect(reasons({ longestTenor: 169 })).toEqual(["tenor"]);
    expect(reasons({ smallestFace: 3_000_001n })).toEqual(["tooSmall"]);
    expect(reasons({ used: 7_000_001n })).toEqual(["limit"]);
    expect(reasons({ ratePpm: 16_777_215 })).toEqual(["discount"]);
    expect(reasons({}, { dueDay: today })).toEqual(["due"]);
  });

  it("accepts each condition at its bound", () => {
    expect(reasons({ expiresAt: at.timestamp })).toEqual([]);
    expect(reasons({ longestTenor: 170, smallestFace: 3_000_000n, used: 7_000_000n })).toEqual([]);
  });

  it("asks for the bank's standing, cash and allowance", () => {
    expect(reasons({}, {}, { ...rich, mayAct: false })).toEqual(["bank"]);
    expect(reasons({}, {}, { ...rich, balance: 2_923_499n })).toEqual(["balance"]);
    expect(reasons({}, {}, { ...rich, allowance: 0n })).toEqual(["allowance"]);
    expect(reasons({}, {}, { mayAct: true, balance: null, allowance: null })).toEqual([]);
  });

  it("names all that fails at once", () => {
    expect(reasons({ longestTenor: 1, used: 10_000_000n }, {}, { ...rich, balance: 0n })).toEqual([
      "tenor",
      "limit",
      "balance",
    ]);
  });
});

describe("byNet", () => {
  it("puts the most cash first and what has no price last", () => {
    const fits = [54_000, 16_777_215, 38_500].map((ratePpm) =>
      fitOffer(slice, { ...offer, ratePpm }, rich, at, currency),
    );
    expect(byNet(fits).map(({ quote }) => quote?.netMinor ?? null)).toEqual([2_945_458n, 2_923_500n, null]);
  });
});
