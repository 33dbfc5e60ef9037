import { describe, expect, it } from "vitest";
import { minorDigitsOf } from "./currencies.ts";
import { formatMinor, MAX_FACE_MINOR, minorToToken, parseMinor, roundHalfUpDiv, toDecimal } from "./money.ts";

const refused = (code: string) => expect.objectContaining({ code });

describe("minorDigitsOf", () => {
  it.each([
    ["CNY", 2],
    ["EUR", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
    ["HUF", 2],
    ["IQD", 3],
  ])("%s has %i", (code, digits) => {
    expect(minorDigitsOf(code)).toBe(digits);
  });

  it.each(["RMB", "cny", "", "EURO", "XAU", "__proto__"])("refuses %j", (code) => {
    expect(() => minorDigitsOf(code)).toThrow(refused("CurrencyUnknown"));
  });
});

describe("parseMinor", () => {
  it.each([
    ["1234.5", 2, 123450n],
    ["0", 2, 0n],
    ["007.10", 2, 710n],
    ["1.5000", 1, 15n],
    ["12.000", 0, 12n],
    ["2814749767106.55", 2, MAX_FACE_MINOR],
  ])("reads %s with %i decimals", (text, digits, minor) => {
    expect(parseMinor(text, digits)).toBe(minor);
  });

  it.each(["", " 1", "-1", "+1", "1e3", "1,000.00", "1.", ".5", "0x10", "1.2.3", "١", "Infinity", "9".repeat(41)])(
    "refuses %j",
    (text) => {
      expect(() => parseMinor(text, 2)).toThrow(refused("AmountMalformed"));
    },
  );

  it("refuses decimals that the currency does not have", () => {
    expect(() => parseMinor("1.005", 2)).toThrow(refused("AmountTooPrecise"));
    expect(() => parseMinor("1.5", 0)).toThrow(refused("AmountTooPrecise"));
  });
});

describe("toDecimal", () => {
  it.each([
    [123450n, 2, "1234.50"],
    [5n, 2, "0.05"],
    [-5n, 2, "-0.05"],
    [7n, 0, "7"],
    [61856n, 4, "6.1856"],
  ])("writes %s with %i decimals as %s", (minor, digits, text) => {
    expect(toDecimal(minor, digits)).toBe(text);
  });

  it("is undone by parseMinor", () => {
    for (let minor = 1n; minor < MAX_FACE_MINOR; minor = minor * 7n + 3n) {
      expect(parseMinor(toDecimal(minor, 3), 3)).toBe(minor);
    }
  });
});

describe("formatMinor", () => {
  it("keeps every digit of amounts that a float cannot hold", () => {
    expect(formatMinor(9_007_199_254_740_993_01n, "CNY", "en")).toBe("CN¥9,007,199,254,740,993.01");
  });

  it("follows the locale and the currency", () => {
    expect(formatMinor(3_000_000n, "CNY", "zh-CN")).toBe("¥30,000.00");
    expect(formatMinor(165_625n, "EUR", "de").replaceAll("\u00A0", " ")).toBe("1.656,25 €");
    expect(formatMinor(1000n, "JPY", "en")).toBe("¥1,000");
    expect(formatMinor(1000n, "IQD", "en").replaceAll("\u00A0", " ")).toBe("IQD 1.000");
  });
});

describe("roundHalfUpDiv", () => {
  it.each([
    [0n, 3n, 0n],
    [1n, 2n, 1n],
    [49n, 100n, 0n],
    [50n, 100n, 1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [149n, 100n, 1n],
  ])("%s / %s = %s", (numerator, denominator, result) => {
    expect(roundHalfUpDiv(numerator, denominator)).toBe(result);
  });

  it("refuses what has no meaning for money", () => {
    expect(() => roundHalfUpDiv(-1n, 2n)).toThrow(refused("AmountNegative"));
    expect(() => roundHalfUpDiv(1n, 0n)).toThrow(refused("DivisorNotPositive"));
  });
});

describe("minorToToken", () => {
  it("adds the token's further decimals", () => {
    expect(minorToToken(123n, 2, 2)).toBe(123n);
    expect(minorToToken(123n, 2, 18)).toBe(1_230_000_000_000_000_000n);
  });

  it("refuses a token that would drop cents", () => {
    expect(() => minorToToken(123n, 2, 0)).toThrow(refused("TokenTooCoarse"));
  });
});
