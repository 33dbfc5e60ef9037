import { dayOf } from "../../domain/day-count.ts";
import type { Statement } from "../../domain/supplier-finance.ts";

const LINES = [
  "opening",
  "confirmed",
  "paidDue",
  "paidEarly",
  "paidByProgramme",
  "closing",
  "financedOpening",
  "financedClosing",
  "discountEarned",
] as const;

export type LineName = (typeof LINES)[number];

export interface StatementFigure {
  name: LineName;
  /** Minor units; what reduces the obligation is negative. */
  amount: bigint;
}

const REDUCING: ReadonlySet<LineName> = new Set(["paidDue", "paidEarly", "paidByProgramme"]);

/** The statement line by line, in the order of the disclosure. */
export function figuresOf(statement: Statement): StatementFigure[] {
  return LINES.map((name) => ({ name, amount: REDUCING.has(name) ? -statement[name] : statement[name] }));
}

interface Span {
  least: number;
  most: number;
}

interface Terms {
  id: string;
  dueDay: number;
  confirmedAt: bigint | null;
}

/** Due days, and days from confirmation to the due day, of what is owed at the end; null when nothing is. */
export function dueRangeOf(
  { lines }: Statement,
  receivables: readonly Terms[],
  utcOffsetHours: number,
): { dueDays: Span; terms: Span } | null {
  const owed = new Set(lines.filter(({ closing }) => closing > 0n).map(({ id }) => id));
  const rows = receivables.filter(({ id }) => owed.has(id));
  if (rows.length === 0) return null;
  const terms = rows.map(({ dueDay, confirmedAt }) => dueDay - dayOf(confirmedAt ?? 0n, utcOffsetHours));
  return { dueDays: spanOf(rows.map(({ dueDay }) => dueDay)), terms: spanOf(terms) };
}

function spanOf(days: readonly number[]): Span {
  return { least: Math.min(...days), most: Math.max(...days) };
}
