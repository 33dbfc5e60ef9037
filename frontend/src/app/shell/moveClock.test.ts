import { describe, expect, it } from "vitest";
import { dayOf } from "../../domain/day-count.ts";
import { morningOf } from "./moveClock.ts";

describe("morningOf", () => {
  it("lies within the day, wherever the zone", () => {
    for (const offset of [-11, 0, 8, 14]) expect(dayOf(morningOf(20_778, offset), offset)).toBe(20_778);
  });

  it("is nine o'clock", () =>
    expect(morningOf(20_778, 8)).toBe(BigInt(Date.parse("2026-11-21T09:00:00+08:00") / 1_000)));
});
