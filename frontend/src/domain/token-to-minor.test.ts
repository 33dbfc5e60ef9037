import { describe, expect, it } from "vitest";
import { tokenToMinor } from "./token-to-minor.ts";

describe("tokenToMinor", () => {
  it("leaves out what fills no minor unit", () => {
    expect(tokenToMinor(1_239_999n, { minorDigits: 2, tokenDecimals: 6 })).toBe(123n);
    expect(tokenToMinor(123n, { minorDigits: 2, tokenDecimals: 2 })).toBe(123n);
  });
  it("refuses a token coarser than its currency", () => {
    expect(() => tokenToMinor(1n, { minorDigits: 2, tokenDecimals: 0 })).toThrow("TokenTooCoarse");
  });
});
