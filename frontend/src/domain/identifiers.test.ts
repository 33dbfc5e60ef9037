import { describe, expect, it } from "vitest";
import { DEMO_COMPANIES } from "../../../scripts/demo-companies.ts";
import { type IdentityScheme, identityHash, isValidIdentifier, normaliseIdentifier } from "./identifiers.ts";

describe("normaliseIdentifier", () => {
  it.each<[IdentityScheme, string, string]>([
    ["USCC", "91110000600037341L", "91110000600037341L"],
    ["USCC", " 9111 0000\u200B6000 3734 1l\uFEFF", "91110000600037341L"],
    ["USCC", "９１１１００００６０００３７３４１Ｌ", "91110000600037341L"],
    ["USCC", "91500000MA5ABCD320", "91500000MA5ABCD320"],
    ["USCC", "N2500000MF1234567R", "N2500000MF1234567R"],
    ["LEI", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12"],
    ["VAT", "NL8200.98.395.B.01", "NL820098395B01"],
    ["VAT", "SE 4598375937", "SE4598375937"],
  ])("%s %s", (scheme, number, normal) => {
    expect(normaliseIdentifier(scheme, number)).toBe(normal);
  });

  it.each<[IdentityScheme, string, string]>([
    ["USCC", "91110000600037342L", "UsccCheckDigitWrong"],
    ["USCC", "9111000060003734L", "UsccMalformed"],
    ["USCC", "9111000060003734IL", "UsccMalformed"],
    ["USCC", "", "UsccMalformed"],
    ["LEI", "5493001KJTIIGC8Y1R13", "LeiCheckDigitsWrong"],
    ["LEI", "5493001KJTIIGC8Y1RAB", "LeiMalformed"],
    ["LEI", "5493001KJTIIGC8Y1R1", "LeiMalformed"],
    ["VAT", "1234567", "VatMalformed"],
    ["VAT", "GB1", "VatMalformed"],
    ["VAT", "GB12345678901234", "VatMalformed"],
  ])("refuses %s %s", (scheme, number, code) => {
    expect(() => normaliseIdentifier(scheme, number)).toThrow(expect.objectContaining({ code }));
    expect(isValidIdentifier(scheme, number)).toBe(false);
  });
});

describe("identityHash", () => {
  it("is 20 bytes, the same for every spelling, another for every number", () => {
    expect(identityHash("USCC", "91110000600037341L")).toBe("0x0051118fc86144720271d17bdd4486a15f2b2e76");
    expect(identityHash("USCC", "9111 0000 6000 3734 1l")).toBe(identityHash("USCC", "91110000600037341L"));
    expect(identityHash("VAT", "SE4598375937")).not.toBe(identityHash("VAT", "SE4598375938"));
  });
});

describe("the demo companies", () => {
  it("have sound numbers, keys and accounts of their own", () => {
    expect(DEMO_COMPANIES.filter(({ scheme, number }) => !isValidIdentifier(scheme, number))).toEqual([]);
    for (const property of ["key", "number", "account"] as const) {
      expect(new Set(DEMO_COMPANIES.map((company) => company[property])).size).toBe(DEMO_COMPANIES.length);
    }
  });
});
