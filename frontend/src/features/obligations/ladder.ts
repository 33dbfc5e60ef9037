import { leftOf } from "../../domain/left-of.ts";

interface Obligation {
  dueDay: number;
  face: bigint;
  paidFace: bigint;
  retired: bigint;
  currency: number;
}

/** By days from today to the due day; each bucket ends with the days in its name. */
export const BUCKETS = ["overdue", "today", "7", "30", "60", "90", "later"] as const;

export type Bucket = (typeof BUCKETS)[number];

const ENDS: readonly (readonly [Bucket, number])[] = [
  ["overdue", -1],
  ["today", 0],
  ["7", 7],
  ["30", 30],
  ["60", 60],
  ["90", 90],
];

export interface Rung<Row> {
  bucket: Bucket;
  rows: Row[];
  /** Minor units still owed. */
  amount: bigint;
  /** Of the largest rung, in thousandths; 0 only when nothing is owed in it. */
  share: number;
}

export function bucketOf(dueDay: number, today: number): Bucket {
  return ENDS.find(([, last]) => dueDay - today <= last)?.[0] ?? "later";
}

/** The maturity ladder of one currency: all buckets, also those in which nothing falls due. */
export function ladderOf<Row extends Obligation>(rows: readonly Row[], currency: number, today: number): Rung<Row>[] {
  const own = rows.filter((row) => row.currency === currency).sort((a, b) => a.dueDay - b.dueDay);
  const rungs = BUCKETS.map((bucket) => {
    const inBucket = own.filter(({ dueDay }) => bucketOf(dueDay, today) === bucket);
    return { bucket, rows: inBucket, amount: sumOf(inBucket) };
  });
  const [largest = 0n] = rungs.map(({ amount }) => amount).sort((a, b) => (a > b ? -1 : 1));
  return rungs.map((rung) => ({ ...rung, share: shareOf(rung.amount, largest) }));
}

/** The currencies in which something is owed, ascending. */
export function currenciesOf(rows: readonly Obligation[]): number[] {
  return [...new Set(rows.map(({ currency }) => currency))].sort((a, b) => a - b);
}

export function sumOf(rows: readonly Obligation[]): bigint {
  return rows.reduce((sum, row) => sum + leftOf(row), 0n);
}

/** A sum so small that its bar would vanish is still seen. */
function shareOf(amount: bigint, largest: bigint): number {
  if (amount === 0n) return 0;
  return Math.max(1, Number((amount * 1_000n) / largest));
}
