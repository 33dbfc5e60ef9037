import { describe, expect, it } from "vitest";
import { endOfDay } from "./day-count.ts";

describe("endOfDay", () => {
  it("is the zone's last second of the day", () => {
    expect(endOfDay(20_778, 8)).toBe(BigInt(Date.parse("2026-11-21T15:59:59Z") / 1000));
    expect(endOfDay(20_778, -5)).toBe(BigInt(Date.parse("2026-11-22T04:59:59Z") / 1000));
  });
});
