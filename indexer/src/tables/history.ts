import { event } from "ponder:schema";
import type { Hex } from "viem";
import type { Database, Step } from "./step.ts";
import { receivableHex, sliceHex } from "./words.ts";

type Value = string | number | boolean | bigint;

interface Entry {
  kind: string;
  actor: Hex;
  receivable?: bigint;
  slice?: bigint;
  data?: Readonly<Record<string, Value | readonly Value[]>>;
}

/** Adds a line to the history. Bigints are kept as decimal text, as JSON has no place for them. */
export async function addToHistory(db: Database, step: Step, entry: Entry): Promise<void> {
  const receivable = entry.receivable ?? (entry.slice === undefined ? undefined : entry.slice >> 64n);
  await db.insert(event).values({
    ...step,
    kind: entry.kind,
    actor: entry.actor,
    receivableId: receivable === undefined ? null : receivableHex(receivable),
    sliceId: entry.slice === undefined ? null : sliceHex(entry.slice),
    data: Object.fromEntries(Object.entries(entry.data ?? {}).map(([name, value]) => [name, asJson(value)])),
  });
}

function asJson(value: Value | readonly Value[]): string | number | boolean | string[] {
  if (typeof value === "bigint") return value.toString();
  return typeof value === "object" ? value.map(String) : value;
}
