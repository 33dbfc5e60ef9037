import { describe, expect, it } from "vitest";
import { decimalText } from "./decimalText.ts";

describe("decimalText", () => {
  it("keeps what can become an amount", () => {
    for (const text of ["", "1", "1.", "1.5", "12345.67", ".5"]) expect(decimalText(text, 2)).toBe(text);
  });

  it("drops separators and folds full-width characters", () => {
    expect(decimalText("1,234,567.89", 2)).toBe("1234567.89");
    expect(decimalText("１２ ３４．５", 2)).toBe("1234.5");
    expect(decimalText("12。5", 2)).toBe("12.5");
  });

  it("refuses what is no amount in this currency", () => {
    for (const text of ["-1", "1e5", "abc", "1.2.3", "1.234", "¥5"]) expect(decimalText(text, 2)).toBeNull();
    expect(decimalText("1.5", 0)).toBeNull();
  });
});
