import { describe, expect, it } from "vitest";
import { dayFromIso } from "../../domain/day-count.ts";
import { monthAfter, monthOf, weeksOf } from "./month.ts";

describe("monthAfter", () => {
  it.each([
    ["2026-11", 1, "2026-12"],
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-11", 14, "2028-01"],
  ])("%s and %i months is %s", (month, by, expected) => expect(monthAfter(month, by)).toBe(expected));
});

describe("weeksOf", () => {
  it("begins on Monday and holds every day once", () => {
    const weeks = weeksOf("2026-11");
    // 1 November 2026 is a Sunday.
    expect(weeks[0]).toEqual([null, null, null, null, null, null, dayFromIso("2026-11-01")]);
    expect(weeks.at(-1)).toEqual([dayFromIso("2026-11-30"), null, null, null, null, null, null]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it("knows leap years, and a February of four whole weeks", () => {
    expect(
      weeksOf("2028-02")
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(29);
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(monthOf(dayFromIso("2028-02-29"))).toBe("2028-02");
  });
});
