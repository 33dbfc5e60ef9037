/** Cents that count against a bank's limits. */
interface Entry {
  receivableId: string;
  start: bigint;
  end: bigint;
  /** The desk that recorded them. */
  desk: string;
}

interface Slice {
  id: string;
  receivableId: string;
  status: string;
  holder: string;
  start: bigint;
  end: bigint;
  flags: number;
}

interface Receivable {
  id: string;
  status: string;
  face: bigint;
  redeemed: bigint;
}

const RETIRED = 4;
const LOCK_SHIFT = 3;

/** What anyone may take off a bank's limits now, as the exposure book proves it from the ledger. */
export interface Releasable {
  /** Live slices that no longer bind the bank. */
  slices: string[];
  /** Receivables of which cents were burnt, with all their live slices in ascending order. */
  paid: { receivableId: string; waiting: string[] }[];
  /** How many cents, by receivable. */
  cents: Map<string, bigint>;
}

/** Cents of entries that lie in [from, to). */
function within(entries: readonly Entry[], receivableId: string, from: bigint, to: bigint): Entry[] {
  return entries
    .filter((entry) => entry.receivableId === receivableId && entry.start < to && from < entry.end)
    .map((entry) => ({
      ...entry,
      start: entry.start > from ? entry.start : from,
      end: entry.end < to ? entry.end : to,
    }));
}

interface Truth {
  entries: readonly Entry[];
  /** Live slices of the entries' receivables. */
  slices: readonly Slice[];
  receivables: readonly Receivable[];
  /** Accounts of the bank, in lower case. */
  own: readonly string[];
  /** Index of each desk in the ledger, by its address in lower case. */
  deskIndex: ReadonlyMap<string, number>;
}

/** Most live slices of a receivable that the book takes in one call. */
const MOST_NAMED = 100;

/** @returns what can be released: slices the bank holds no longer, and cents that were paid. */
export function releasable({ entries, slices, receivables, own, deskIndex }: Truth): Releasable {
  const cents = new Map<string, bigint>();
  const free: string[] = [];
  const add = (id: string, count: bigint) => cents.set(id, (cents.get(id) ?? 0n) + count);
  for (const slice of slices.filter(({ status }) => status === "live")) {
    const writtenOff = receivables.some(({ id, status }) => id === slice.receivableId && status === "writtenOff");
    if (bindsBank(slice, own) && !writtenOff) continue;
    const lock = slice.flags >> LOCK_SHIFT;
    const over = within(entries, slice.receivableId, slice.start, slice.end);
    const loose = over.filter(({ desk }) => lock === 0 || deskIndex.get(desk.toLowerCase()) !== lock);
    const count = loose.reduce((sum, { start, end }) => sum + end - start, 0n);
    if (count === 0n) continue;
    free.push(slice.id);
    add(slice.receivableId, count);
  }
  return { slices: free.slice(0, MOST_NAMED), paid: paidOf(entries, slices, receivables, add), cents };
}

function bindsBank({ holder, flags }: Slice, own: readonly string[]): boolean {
  return own.includes(holder.toLowerCase()) && (flags & RETIRED) === 0;
}

function paidOf(
  entries: readonly Entry[],
  slices: readonly Slice[],
  receivables: readonly Receivable[],
  add: (id: string, count: bigint) => void,
): Releasable["paid"] {
  return receivables.flatMap(({ id, status, face, redeemed }) => {
    if (status !== "settled" && redeemed === 0n) return [];
    const live = slices
      .filter((slice) => slice.receivableId === id && slice.status === "live")
      .toSorted((a, b) => (a.start < b.start ? -1 : 1));
    const burnt = gapsOf(live, face).flatMap(([from, to]) => within(entries, id, from, to));
    const count = burnt.reduce((sum, { start, end }) => sum + end - start, 0n);
    if (count === 0n || live.length > MOST_NAMED) return [];
    add(id, count);
    return [{ receivableId: id, waiting: live.map((slice) => slice.id) }];
  });
}

/** What lies between ascending slices of a face. */
function gapsOf(slices: readonly { start: bigint; end: bigint }[], face: bigint): [bigint, bigint][] {
  const bounds = [0n, ...slices.flatMap(({ start, end }) => [start, end]), face];
  const gaps: [bigint, bigint][] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const [from = 0n, to = 0n] = [bounds[i], bounds[i + 1]];
    if (from < to) gaps.push([from, to]);
  }
  return gaps;
}
