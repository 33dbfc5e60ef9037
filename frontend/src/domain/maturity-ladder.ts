/** What falls due on a day, to pay or to receive. */
export interface Maturity {
  dueDay: number;
  currency: number;
  /** Minor units still to come. */
  amount: bigint;
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
  amount: bigint;
  /** Of the largest rung, in thousandths; 0 only when nothing falls due in it. */
  share: number;
}

export function bucketOf(dueDay: number, today: number): Bucket {
  return ENDS.find(([, last]) => dueDay - today <= last)?.[0] ?? "later";
}

/** The maturity ladder of one currency: all buckets, also those in which nothing falls due. */
export function ladderOf<Row extends Maturity>(rows: readonly Row[], currency: number, today: number): Rung<Row>[] {
  const own = rows.filter((row) => row.currency === currency).sort((a, b) => a.dueDay - b.dueDay);
  const rungs = BUCKETS.map((bucket) => {
    const inBucket = own.filter(({ dueDay }) => bucketOf(dueDay, today) === bucket);
    return { bucket, rows: inBucket, amount: amountOf(inBucket) };
  });
  const [largest = 0n] = rungs.map(({ amount }) => amount).sort((a, b) => (a > b ? -1 : 1));
  return rungs.map((rung) => ({ ...rung, share: shareOf(rung.amount, largest) }));
}

/** The currencies in which something falls due, ascending. */
export function currenciesOf(rows: readonly { currency: number }[]): number[] {
  return [...new Set(rows.map(({ currency }) => currency))].sort((a, b) => a - b);
}

export function amountOf(rows: readonly { amount: bigint }[]): bigint {
  return rows.reduce((sum, { amount }) => sum + amount, 0n);
}

/** A sum so small that its bar would vanish is still seen. */
function shareOf(amount: bigint, largest: bigint): number {
  if (amount === 0n) return 0;
  return Math.max(1, Number((amount * 1_000n) / largest));
}
