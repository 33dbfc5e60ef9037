import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";

/** A month of the calendar: YYYY-MM. */
export type Month = string;

const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const FIRST_WEEKDAY = 3;
const MONTHS_A_YEAR = 12;

export function monthOf(day: number): Month {
  return isoFromDay(day).slice(0, 7);
}

/** @param by Months forwards, or backwards when negative. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  const months = year * MONTHS_A_YEAR + number - 1 + by;
  const next = (months % MONTHS_A_YEAR) + 1;
  return `${Math.floor(months / MONTHS_A_YEAR)}-${next.toString().padStart(2, "0")}`;
}

/** Weeks from Monday to Sunday; null where the day belongs to another month. */
export function weeksOf(month: Month): (number | null)[][] {
  const first = dayFromIso(`${month}-01`);
  const after = dayFromIso(`${monthAfter(month, 1)}-01`);
  const lead = (first + FIRST_WEEKDAY) % DAYS_A_WEEK;
  const cells: (number | null)[] = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: after - first }, (_, i) => first + i),
  ];
  while (cells.length % DAYS_A_WEEK !== 0) cells.push(null);
  return Array.from({ length: cells.length / DAYS_A_WEEK }, (_, week) =>
    cells.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK),
  );
}
