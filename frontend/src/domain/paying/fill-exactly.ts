import { mayTake, type SlicePayment, type SpendableSlice, type Want } from "./payment.ts";

/** Amounts that one search may look at; counted down as it goes. */
export interface Budget {
  steps: number;
}

/**
 * Pays everybody in full from exactly these slices, each of them used, with as few parts as possible; null when no way is found.
 * It tries to pay everyone from one slice, then allows one payee more to be paid from two, and so on.
 */
export function fillExactly<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  wants: readonly Want[],
  budget: Budget,
): SlicePayment<Slice>[] | null {
  const largestFirst = wants.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0));
  // Each part beyond one a payee uses up a slice, or leaves it the least it may keep.
  const most = 2 * slices.length;
  for (let extra = Math.max(0, slices.length - wants.length); extra <= most && budget.steps > 0; extra++) {
    const search: Search<Slice> = {
      slices,
      wants: largestFirst,
      lefts: slices.map(({ face }) => face),
      taken: [],
      budget,
    };
    if (place(search, 0, largestFirst[0]?.amount ?? 0n, 0, extra)) return paymentsOf(search);
  }
  return null;
}

interface Search<Slice extends SpendableSlice> {
  slices: readonly Slice[];
  wants: readonly Want[];
  /** What is left of each slice. */
  lefts: bigint[];
  taken: { slice: number; payee: string; amount: bigint }[];
  budget: Budget;
}

/** Finds `rest` for a payee in the slices from `from` on, then goes to the next payee. */
function place<Slice extends SpendableSlice>(
  search: Search<Slice>,
  who: number,
  rest: bigint,
  from: number,
  extra: number,
): boolean {
  const { slices, wants, lefts, taken, budget } = search;
  const want = wants[who];
  if (!want) return extra === 0 && slices.every(({ face }, i) => lefts[i] !== face);
  for (let i = from; i < slices.length; i++) {
    const left = lefts[i] ?? 0n;
    for (const amount of amountsFrom(search, i, rest, extra)) {
      if (budget.steps <= 0) return false;
      lefts[i] = left - amount;
      taken.push({ slice: i, payee: want.payee, amount });
      const found =
        amount === rest
          ? place(search, who + 1, wants[who + 1]?.amount ?? 0n, 0, extra)
          : place(search, who, rest - amount, i + 1, extra - 1);
      if (found) return true;
      lefts[i] = left;
      taken.pop();
    }
  }
  return false;
}

/** What slice `i` may give of `rest`: all of it, or so much that this or a later slice keeps, or gives, as little as it may. */
function amountsFrom<Slice extends SpendableSlice>(
  { slices, lefts, budget }: Search<Slice>,
  i: number,
  rest: bigint,
  extra: number,
): bigint[] {
  const slice = slices[i];
  const left = lefts[i] ?? 0n;
  budget.steps -= 1;
  if (!slice || left === 0n) return [];
  if (extra === 0) return mayTake(slice, left, rest) ? [rest] : [];
  const amounts = [rest, left, left - slice.smallest, slice.smallest];
  for (let later = i + 1; later < slices.length; later++) {
    const [next, has] = [slices[later], lefts[later] ?? 0n];
    if (next && has > 0n) amounts.push(rest - has, rest - next.smallest, rest - (has - next.smallest));
  }
  budget.steps -= amounts.length;
  return [...new Set(amounts)].filter((amount) => amount <= rest && mayTake(slice, left, amount));
}

function paymentsOf<Slice extends SpendableSlice>({ slices, lefts, taken }: Search<Slice>): SlicePayment<Slice>[] {
  return slices.map((slice, i) => ({
    slice,
    shares: taken.filter((part) => part.slice === i).map(({ payee, amount }) => ({ payee, amount })),
    stays: lefts[i] ?? 0n,
  }));
}
