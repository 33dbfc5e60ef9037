import type { Formatters } from "../i18n/formatters.ts";

const DAYS = new Set(["dueDay", "today", "day", "lastDay"]);
const TIMES = new Set(["until", "startsAt", "timestamp", "expiresAt", "deadline", "effectiveFrom", "earliest"]);

interface Reader {
  format: Pick<Formatters, "day" | "time" | "count">;
  nameOf: (account: string) => string;
  utcOffsetHours: number;
}

/** The values of a custom error as people write them, told apart by their names in the contracts' interfaces. */
export function explainArgs(args: Readonly<Record<string, string>>, reader: Reader): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, explain(name, value, reader)]));
}

function explain(name: string, value: string, { format, nameOf, utcOffsetHours }: Reader): string {
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return nameOf(value);
  if (!/^\d+$/.test(value)) return value;
  if (DAYS.has(name)) return format.day(Number(value));
  if (TIMES.has(name)) return format.time(BigInt(value), utcOffsetHours);
  return format.count(BigInt(value));
}
