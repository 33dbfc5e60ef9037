import { exposureEntry, exposureLimit, receivable } from "ponder:schema";
import { and, eq, gt, lte } from "ponder";
import type { Hex } from "viem";
import { splitSliceId } from "../../../frontend/src/domain/ids.ts";
import type { Database, Step } from "./step.ts";
import { receivableHex } from "./words.ts";

export interface Funded {
  /** Receivable and first cent. */
  id: bigint;
  end: bigint;
  bank: Hex;
  obligor: Hex;
  seller: Hex;
  /** The bank's exposures to the two now. */
  obligorUsed: bigint;
  sellerUsed: bigint;
}

const KINDS = ["obligor", "seller"] as const;

export type Kind = (typeof KINDS)[number];

export function kindOf(number: number): Kind {
  const kind = KINDS[number];
  if (kind === undefined) throw new Error(`A limit is for a counterparty of a kind unknown here: ${number}`);
  return kind;
}

export async function setExposureLimit(
  db: Database,
  key: { bank: Hex; kind: Kind; counterparty: Hex; currency: number },
  limit: bigint,
): Promise<void> {
  await db
    .insert(exposureLimit)
    .values({ ...key, limit, used: 0n })
    .onConflictDoUpdate({ limit });
}

export async function recordCents(db: Database, step: Step, desk: Hex, funded: Funded): Promise<void> {
  const { bank, end, obligor, seller } = funded;
  const { receivableId, start } = placeOf(funded.id);
  const currency = await setUsed(db, funded);
  const recordedAt = step.timestamp;
  await db
    .insert(exposureEntry)
    .values({ bank, receivableId, start, end, obligor, seller, currency, desk, recordedAt });
}

/** Cuts cents out of the entry they lie in; what is before and after them stays. */
export async function releaseCents(db: Database, released: Funded): Promise<void> {
  const { bank, end } = released;
  const { receivableId, start } = placeOf(released.id);
  await setUsed(db, released);
  const first = { bank, receivableId, start };
  const entry = (await db.find(exposureEntry, first)) ?? (await entryOver(db, first));
  if (entry === undefined) throw new Error(`Cent ${start} of ${receivableId} was released that no event has recorded.`);
  const key = { bank, receivableId, start: entry.start };
  if (entry.start < start) await db.update(exposureEntry, key).set({ end: start });
  else await db.delete(exposureEntry, key);
  if (end < entry.end) await db.insert(exposureEntry).values({ ...entry, start: end });
}

/** The entry that a cent within it belongs to. Rarely asked, since SQL makes the indexer write out all that it has in memory. */
async function entryOver(db: Database, { bank, receivableId, start }: { bank: Hex; receivableId: Hex; start: bigint }) {
  const over = and(
    ...[eq(exposureEntry.bank, bank), eq(exposureEntry.receivableId, receivableId)],
    ...[lte(exposureEntry.start, start), gt(exposureEntry.end, start)],
  );
  const [entry] = await db.sql.select().from(exposureEntry).where(over).limit(1);
  return entry;
}

/** @returns the receivable's currency. */
async function setUsed(db: Database, { id, bank, obligor, seller, ...used }: Funded): Promise<number> {
  const row = await db.find(receivable, { id: placeOf(id).receivableId });
  if (row === null) throw new Error(`Cents were funded of ${placeOf(id).receivableId}, which no event has made.`);
  const { currency } = row;
  const ofObligor = { bank, kind: "obligor", counterparty: obligor, currency } as const;
  const ofSeller = { bank, kind: "seller", counterparty: seller, currency } as const;
  await db.update(exposureLimit, ofObligor).set({ used: used.obligorUsed });
  await db.update(exposureLimit, ofSeller).set({ used: used.sellerUsed });
  return currency;
}

function placeOf(id: bigint): { receivableId: Hex; start: bigint } {
  const { receivable: number, start } = splitSliceId(id);
  return { receivableId: receivableHex(number), start };
}
