import { DomainError } from "./domain-error.ts";

export type DayCount = "ACT" | "30/360";
export type DayBase = 360 | 365;

const SECONDS_A_DAY = 86_400n;
const MS_A_DAY = 86_400_000;
/** Days are kept in 16 bits: 2149-06-06 is the last. */
const LAST_DAY = 65_535;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The day, counted from 1970-01-01, that calendars show at `timestamp` (seconds) where clocks show UTC + `utcOffsetHours`. */
export function dayOf(timestamp: bigint, utcOffsetHours: number): number {
  const local = timestamp + BigInt(utcOffsetHours) * 3600n;
  return checkedDay(local < 0n ? -1 : Number(local / SECONDS_A_DAY), timestamp.toString());
}

/** The last second of a day where clocks show UTC + `utcOffsetHours`. */
export function endOfDay(day: number, utcOffsetHours: number): bigint {
  return (BigInt(day) + 1n) * SECONDS_A_DAY - BigInt(utcOffsetHours) * 3600n - 1n;
}

/** @throws DomainError `DateMalformed` | `DayOutOfRange` */
export function dayFromIso(iso: string): number {
  const ms = ISO_DATE.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  // Date.parse lets 30 February roll over into March.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(iso))
    throw new DomainError("DateMalformed", { text: iso });
  return checkedDay(ms / MS_A_DAY, iso);
}

/** @throws DomainError `DayOutOfRange` */
export function isoFromDay(day: number): string {
  return new Date(checkedDay(day, day.toString()) * MS_A_DAY).toISOString().slice(0, 10);
}

/**
 * Days from one day to a later one. 30/360 is the bond basis (ISDA 2006, 4.16(f)), as the contracts count it.
 * @throws DomainError `DaysReversed`
 */
export function daysBetween(from: number, to: number, convention: DayCount): number {
  if (from > to) throw new DomainError("DaysReversed", { from: isoFromDay(from), to: isoFromDay(to) });
  if (convention === "ACT") return to - from;
  const a = civil(from);
  const b = civil(to);
  const first = Math.min(a.day, 30);
  const last = b.day === 31 && first === 30 ? 30 : b.day;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(checkedDay(day, day.toString()) * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function checkedDay(day: number, text: string): number {
  if (!Number.isInteger(day) || day < 0 || day > LAST_DAY) throw new DomainError("DayOutOfRange", { text });
  return day;
}
