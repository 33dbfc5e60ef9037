import { isoFromDay } from "../../domain/day-count.ts";
import { formatMinor, toDecimal } from "../../domain/money.ts";

/** Writes figures, days and times as the reader is used to. Amounts and rates stay exact: Intl is given decimal strings. */
export interface Formatters {
  locale: string;
  /** Minor units with the currency's code or sign. */
  amount: (minor: bigint, currency: string) => string;
  /** Parts per million as per cent: 38500n → "3.85%". */
  percent: (ppm: bigint) => string;
  count: (count: number | bigint) => string;
  /** A day of the calendar (days since 1970-01-01). */
  day: (day: number) => string;
  /** The month that a day is in. */
  month: (day: number) => string;
  /** A chain's timestamp in seconds, in the zone given by its offset: the policy's. */
  time: (timestamp: bigint, utcOffsetHours: number) => string;
}

export function createFormatters(locale: string): Formatters {
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const monthFormat = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" });
  const timeFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
  const percentFormat = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const countFormat = new Intl.NumberFormat(locale);
  return {
    locale,
    amount: (minor, currency) => formatMinor(minor, currency, locale),
    // Intl keeps a decimal string exact; only its type asks for the shape of a number literal.
    percent: (ppm) => `${percentFormat.format(toDecimal(ppm, 4) as `${number}`)}%`,
    count: (count) => countFormat.format(count),
    day: (day) => dayFormat.format(midnight(day)),
    month: (day) => monthFormat.format(midnight(day)),
    time: (timestamp, utcOffsetHours) => {
      // Shifted and written as UTC: Intl does not take an offset in hours everywhere.
      const shifted = Number(timestamp + BigInt(utcOffsetHours * 3_600)) * 1_000;
      return `${timeFormat.format(shifted)} ${zoneName(utcOffsetHours)}`;
    },
  };
}

function midnight(day: number): Date {
  return new Date(`${isoFromDay(day)}T00:00:00Z`);
}

function zoneName(utcOffsetHours: number): string {
  if (utcOffsetHours === 0) return "UTC";
  return `UTC${utcOffsetHours > 0 ? "+" : "−"}${Math.abs(utcOffsetHours)}`;
}
