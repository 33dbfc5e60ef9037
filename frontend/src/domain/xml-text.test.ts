import { describe, expect, it } from "vitest";
import { escapeXml } from "./xml-text.ts";

describe("escapeXml", () => {
  it("writes marks as references", () => expect(escapeXml(`<a b="c">'&`)).toBe("&lt;a b=&quot;c&quot;&gt;&#39;&amp;"));
  it("leaves out what no XML file may hold", () => expect(escapeXml("Hua\u0007xin\uFFFE\u0000")).toBe("Huaxin"));
  it("keeps lines, tabs and every script", () => expect(escapeXml("a\n\tb 华信 עב 😀")).toBe("a\n\tb 华信 עב 😀"));
  it("replaces half a character", () => expect(escapeXml("a\uD83D")).toBe("a\uFFFD"));
});
