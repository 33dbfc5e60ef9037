import { describe, expect, it } from "vitest";
import { allowanceFor } from "./allowance.ts";

const programme = {
  ...{ currency: 1, paused: false, withdrawn: false, startsAt: 0n, expiresAt: 100n },
  ...{ budget: 500n, spent: 200n },
};
const currency = { index: 1, minorDigits: 2, tokenDecimals: 6 };

describe("allowanceFor", () => {
  it("covers what is new and what is left of the others in force, paused ones too", () => {
    const posted = [programme, { ...programme, paused: true }];
    expect(allowanceFor(1_000n, posted, currency, 50n)).toBe(16_000_000n);
  });

  it("leaves out what can't be accepted any more, and other currencies", () => {
    const posted = [
      { ...programme, withdrawn: true },
      { ...programme, expiresAt: 49n },
      { ...programme, currency: 2 },
    ];
    expect(allowanceFor(1_000n, posted, currency, 50n)).toBe(10_000_000n);
  });
});
