import { isFrozen, isRetired } from "../../domain/slice-state.ts";

/** The ledger freezes so many slices in one transaction. */
const MOST_SLICES = 100;

interface LiveSlice {
  id: string;
  start: bigint;
  end: bigint;
  holder: string;
  flags: number;
}

/** One call of the ledger's `freeze`. */
interface FreezeCall {
  /** Id of the slice that covers cent `from`. */
  covering: bigint;
  from: bigint;
  to: bigint;
}

/** What a freeze of the cents [from, to) touches. */
export interface FreezePlan {
  calls: FreezeCall[];
  /** Whose cents, in order, those of one holder added up. */
  holders: { holder: string; amount: bigint }[];
  /** Slices that have to be cut: one at each end that lies within a slice. */
  cuts: number;
  /** Some of it is frozen already and will be until the later of both dates. */
  renews: boolean;
}

/** Why there is no plan: the range is empty or beyond the face, or some of its cents were paid early and are owed by nobody. */
type FreezeMisfit = "outside" | "retired";

/** @param slices Live ones of one receivable, ascending. */
export function freezePlan(slices: readonly LiveSlice[], from: bigint, to: bigint): FreezePlan | FreezeMisfit {
  const touched = slices.filter(({ start, end }) => start < to && end > from);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last || from >= to || first.start > from || last.end < to) return "outside";
  if (touched.some(isRetired)) return "retired";
  const calls: FreezeCall[] = [];
  for (let i = 0; i < touched.length; i += MOST_SLICES) {
    const covering = touched[i] ?? first;
    calls.push({ covering: BigInt(covering.id), from: i === 0 ? from : covering.start, to });
  }
  return {
    calls,
    holders: byHolder(touched, from, to),
    cuts: (first.start < from ? 1 : 0) + (last.end > to ? 1 : 0),
    renews: touched.some(isFrozen),
  };
}

function byHolder(touched: readonly LiveSlice[], from: bigint, to: bigint): FreezePlan["holders"] {
  const amounts = new Map<string, bigint>();
  for (const { holder, start, end } of touched) {
    const amount = (end < to ? end : to) - (start > from ? start : from);
    amounts.set(holder, (amounts.get(holder) ?? 0n) + amount);
  }
  return [...amounts].map(([holder, amount]) => ({ holder, amount }));
}

/** Slices to be released, as many at a time as the ledger takes. */
export function releaseCalls(sliceIds: readonly string[]): bigint[][] {
  const calls: bigint[][] = [];
  for (let i = 0; i < sliceIds.length; i += MOST_SLICES) calls.push(sliceIds.slice(i, i + MOST_SLICES).map(BigInt));
  return calls;
}
