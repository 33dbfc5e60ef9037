import { describe, expect, it } from "vitest";
import { initialLanguage, numberLocale } from "./languages.ts";

describe("initialLanguage", () => {
  it("prefers the reader's choice", () => expect(initialLanguage("en", ["zh-CN"])).toBe("en"));
  it("follows the browser's order", () => {
    expect(initialLanguage(null, ["fr", "zh-Hant-TW", "en"])).toBe("zh-CN");
    expect(initialLanguage(null, ["de-DE", "en-GB"])).toBe("en");
  });
  it("falls back to English", () => expect(initialLanguage("tlh", ["fr"])).toBe("en"));
});

describe("numberLocale", () => {
  it("keeps the region of the same language", () => {
    expect(numberLocale("en", ["zh-CN", "en-IN"])).toBe("en-IN");
    expect(numberLocale("zh-CN", ["en-US"])).toBe("zh-CN");
  });
});

it("passes over what is no language tag", () => {
  expect(numberLocale("en", ["en-US@posix", "en-GB"])).toBe("en-GB");
  expect(numberLocale("en", ["en-US@posix"])).toBe("en");
});
