import { describe, expect, it } from "vitest";
import { createFormatters } from "../i18n/formatters.ts";
import { explainArgs } from "./explainArgs.ts";

describe("explainArgs", () => {
  const reader = { format: createFormatters("en-GB"), nameOf: () => "Huaxin", utcOffsetHours: 8 };

  it("names accounts, days and times, and groups figures", () => {
    const args = { holder: `0x${"ab".repeat(20)}`, dueDay: "20778", until: "1795190400", asked: "1000000", ids: "1,2" };
    expect(explainArgs(args, reader)).toEqual({
      holder: "Huaxin",
      dueDay: "21 Nov 2026",
      until: "21 Nov 2026, 00:00:00 UTC+8",
      asked: "1,000,000",
      ids: "1,2",
    });
  });
});
