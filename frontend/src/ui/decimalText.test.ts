import { describe, expect, it } from "vitest";
import { decimalText } from "./decimalText.ts";

describe("decimalText", () => {
  it("keeps a plain decimal", () => {
    for (const text of ["", "1", "1.", "1.5", "12345.67", ".5"]) expect(decimalText(text)).toBe(text);
  });

  it("drops complete separators and folds full-width characters", () => {
    expect(decimalText("1,234,567.89")).toBe("1234567.89");
    expect(decimalText("1 234 567.89")).toBe("1234567.89");
    expect(decimalText("１２ ３４．５")).toBe("1234.5");
    expect(decimalText("12。5")).toBe("12.5");
  });

  it("never makes another amount of what it does not understand", () => {
    for (const text of ["12,34", "1,2345", "1.234,56", "-1", "1e5", "abc", "1.2.3", "1.234", "¥5"]) {
      expect(decimalText(text)).toBe(text);
    }
  });
});
