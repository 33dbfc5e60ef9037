import { dayFromIso, isoFromDay } from "./day-count.ts";

interface Days {
  first: number;
  last: number;
}

/** The calendar quarter that ended last before a day. */
export function lastQuarter(today: number): Days {
  const [year = 1970, month = 1] = isoFromDay(today).split("-").map(Number);
  const quarter = Math.floor((month - 1) / 3);
  const first = firstOf(year, quarter - 1);
  return { first, last: firstOf(year, quarter) - 1 };
}

/** The first day of a quarter, 0 to 3; −1 is the last one of the year before. */
function firstOf(year: number, quarter: number): number {
  const [own, number] = quarter < 0 ? [year - 1, quarter + 4] : [year, quarter];
  return dayFromIso(`${own}-${(number * 3 + 1).toString().padStart(2, "0")}-01`);
}
