import { describe, expect, it } from "vitest";
import { discount, yieldPpm } from "./discount.ts";
import { impliedRates } from "./implied-rate.ts";

describe("impliedRates", () => {
  const terms = { ratePpm: 38_500n, days: 90, base: 360 } as const;
  it("finds the rate and the cost that a discount was made with", () => {
    const { netMinor } = discount({ faceMinor: 8_000_055_00n, ...terms });
    const found = impliedRates({ faceMinor: 8_000_055_00n, netMinor, days: 90, base: 360 });
    expect(found).toEqual({ ratePpm: 38_500n, yearlyCostPpm: yieldPpm(terms) });
  });
  it("has no cost without cash, and no rate without a day", () => {
    expect(impliedRates({ faceMinor: 100n, netMinor: 0n, days: 360, base: 360 })).toEqual({
      ratePpm: 1_000_000n,
      yearlyCostPpm: null,
    });
    expect(impliedRates({ faceMinor: 100n, netMinor: 90n, days: 0, base: 360 })).toBeNull();
  });
});
