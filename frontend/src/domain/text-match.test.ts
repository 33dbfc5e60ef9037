import { describe, expect, it } from "vitest";
import { matchesText } from "./text-match.ts";

describe("matchesText", () => {
  it("finds parts, whatever their case, spaces and widths", () => {
    expect(matchesText("huaxin comp", ["Huaxin Components"])).toBe(true);
    expect(matchesText("ＨＸ－2026", ["HX-2026-1008"])).toBe(true);
    expect(matchesText("华信", [null, "华信零部件"])).toBe(true);
  });

  it("finds nothing for nothing, and nothing elsewhere", () => {
    expect(matchesText("  ", ["Huaxin"])).toBe(false);
    expect(matchesText("Huaxin", [undefined, "Yujiang"])).toBe(false);
  });
});
