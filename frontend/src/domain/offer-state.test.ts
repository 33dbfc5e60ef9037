import { describe, expect, it } from "vitest";
import { maturityMonths } from "./maturities.ts";
import { allowanceFor } from "./offer-allowance.ts";
import { offerState } from "./offer-state.ts";

const offer = {
  ...{ id: 7n, paused: false, withdrawn: false, startsAt: 0n, expiresAt: 1_000n },
  ...{ limit: 500n, used: 0n, smallestFace: 100n },
};

describe("offerState", () => {
  it("is open up to its last second", () => {
    expect(offerState(offer, 1_000n)).toBe("open");
    expect(offerState(offer, 1_001n)).toBe("expired");
  });
  it("is used up when no slice it buys still fits", () => {
    expect(offerState({ ...offer, used: 400n }, 1n)).toBe("open");
    expect(offerState({ ...offer, used: 401n }, 1n)).toBe("usedUp");
  });
  it("is paused until it ends", () => {
    expect(offerState({ ...offer, paused: true }, 1n)).toBe("paused");
    expect(offerState({ ...offer, paused: true }, 1_001n)).toBe("expired");
  });
  it("has not begun before its first second", () => {
    expect(offerState({ ...offer, startsAt: 5n }, 4n)).toBe("notStarted");
    expect(offerState({ ...offer, startsAt: 5n }, 5n)).toBe("open");
  });
  it("stays withdrawn whatever the clock says", () => {
    expect(offerState({ ...offer, withdrawn: true }, 2_000n)).toBe("withdrawn");
  });
});

describe("maturityMonths", () => {
  it("adds up by month and currency, in order", () => {
    const rows = [
      { currency: 1, face: 300n, dueDay: 20_820 },
      { currency: 2, face: 7n, dueDay: 20_778 },
      { currency: 1, face: 100n, dueDay: 20_778 },
      { currency: 1, face: 50n, dueDay: 20_787 },
    ];
    expect(maturityMonths(rows)).toEqual([
      { month: "2026-11", currency: 1, face: 150n, count: 2 },
      { month: "2026-11", currency: 2, face: 7n, count: 1 },
      { month: "2027-01", currency: 1, face: 300n, count: 1 },
    ]);
  });
});

describe("allowanceFor", () => {
  const currency = { index: 1, minorDigits: 2, tokenDecimals: 4 };
  it("covers the offer and what is left of the others in its currency that are or may yet be open", () => {
    const posted = [
      { ...offer, currency: 1, used: 100n },
      { ...offer, id: 8n, currency: 1, limit: 600n, used: 0n, paused: true },
      { ...offer, currency: 2 },
      { ...offer, currency: 1, withdrawn: true },
      { ...offer, currency: 1, expiresAt: 1n },
    ];
    expect(allowanceFor({ id: null, left: 1_000n }, posted, currency, 500n)).toBe(200_000n);
    // Raised, it counts with what is left of the new limit.
    expect(allowanceFor({ id: 8n, left: 1_000n }, posted, currency, 500n)).toBe(140_000n);
  });
});
