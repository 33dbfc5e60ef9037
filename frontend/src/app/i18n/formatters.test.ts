import { describe, expect, it } from "vitest";
import { createFormatters } from "./formatters.ts";

describe("createFormatters", () => {
  const english = createFormatters("en-GB");
  const chinese = createFormatters("zh-CN");

  it("writes amounts exactly, also beyond what a float holds", () => {
    expect(english.amount(281_474_976_710_655n, "EUR")).toBe("€2,814,749,767,106.55");
    expect(chinese.amount(3_000_000n, "CNY")).toBe("¥30,000.00");
  });

  it("writes rates with two to four decimals", () => {
    expect(english.percent(38_500n)).toBe("3.85%");
    expect(english.percent(61_856n)).toBe("6.1856%");
    expect(english.percent(50_000n)).toBe("5.00%");
  });

  it("writes days and times in the policy's zone", () => {
    expect(english.day(20_778)).toBe("21 Nov 2026");
    expect(chinese.day(20_778)).toBe("2026年11月21日");
    expect(english.month(20_778)).toBe("Nov 2026");
    expect(chinese.month(20_778)).toBe("2026年11月");
    expect(english.time(1_795_190_400n, 8)).toBe("21 Nov 2026, 00:00:00 UTC+8");
  });
});
