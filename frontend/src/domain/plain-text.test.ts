import { describe, expect, it } from "vitest";
import HOSTILE from "../../../test/fixtures/hostile-names.json" with { type: "json" };
import { isolatedText, textFlaw, visibleText } from "./plain-text.ts";

describe("textFlaw", () => {
  it.each([
    ["override", "U+202E, U+202C"],
    ["isolate", "U+2066, U+2069"],
    ["zeroWidth", "U+200B, U+200D, U+FEFF"],
    ["tags", "U+E0041"],
    ["lineBreak", "U+000A"],
    ["bell", "U+0007"],
  ] as const)("names what nobody sees: %s", (name, characters) => {
    expect(textFlaw(HOSTILE[name])).toEqual({ kind: "invisible", characters });
  });

  it("refuses marks piled up over the lines around, not accents", () => {
    expect(textFlaw(HOSTILE.piledMarks)).toEqual({ kind: "marks" });
    expect(textFlaw("Ngữ 한국 นี้ é̂")).toBeNull();
  });

  it.each(["markup", "address", "template", "entity", "rightToLeft", "arabic", "long", "composed"] as const)(
    "takes what is only text: %s",
    (name) => expect(textFlaw(HOSTILE[name])).toBeNull(),
  );
});

describe("visibleText", () => {
  it.each(Object.entries(HOSTILE))("leaves nothing invisible in %s", (_, text) => {
    expect(textFlaw(visibleText(text))).toBeNull();
  });

  it("writes out what nobody sees, and leaves markup as the text that it is", () => {
    expect(visibleText(HOSTILE.override)).toBe("Yuzhong [U+202E]knab[U+202C] Ltd");
    expect(visibleText(HOSTILE.lineBreak)).toBe("Huaxin[U+000A]Approved by the operator");
    expect(visibleText(HOSTILE.markup)).toBe(HOSTILE.markup);
    expect(visibleText(HOSTILE.piledMarks)).toBe("Z\u0300\u0301\u0302algo");
  });
});

describe("isolatedText", () => {
  it("isolates only what is written from right to left", () => {
    expect(isolatedText(HOSTILE.rightToLeft)).toBe(`\u2068${HOSTILE.rightToLeft}\u2069`);
    expect(isolatedText(HOSTILE.arabic)).toBe(`\u2068${HOSTILE.arabic}\u2069`);
    expect(isolatedText("Yujiang Motors 渝江汽车")).toBe("Yujiang Motors 渝江汽车");
  });
});
