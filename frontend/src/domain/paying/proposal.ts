import { type Budget, fillExactly } from "./fill-exactly.ts";
import { fillInOrder } from "./fill-in-order.ts";
import { lesser, type SlicePayment, type SpendableSlice, sumOf, type Want } from "./payment.ts";
import { type DueOrder, fewestReaching, inOrder, setsReaching } from "./slice-choice.ts";

export interface Wishes {
  order: DueOrder;
  /** Slices that are not to be used, by id. */
  leftOut: ReadonlySet<string>;
  /** Slices that are used before any other. */
  pinned: ReadonlySet<string>;
}

export interface Proposal<Slice extends SpendableSlice> {
  payments: SlicePayment<Slice>[];
  /** What payees would not get, in the order in which they were named. */
  missing: Want[];
}

/** Enough for every small case to be searched through; a proposal is made anew while its reader types. */
const SEARCH_STEPS = 100_000;
const STEPS_A_SET = 10_000;
const SETS_OF_A_SIZE = 40;
/** More slices than needed at least: beyond that only all of them together are tried. */
const SIZES = 6;

/**
 * Which slices pay whom: exact to the cent, with as few slices as possible, of those the first in the order wished for, and as few
 * cuts as possible. When not all can be paid, those named first are, and it says who lacks how much.
 */
export function propose<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  wants: readonly Want[],
  { order, leftOut, pinned }: Wishes,
): Proposal<Slice> {
  const usable = inOrder(
    slices.filter(({ id }) => !leftOut.has(id)),
    order,
    pinned,
  );
  const fixed = usable.filter(({ id }) => pinned.has(id)).length;
  const asked = wants.filter(({ amount }) => amount > 0n);
  const { payable, refused } = tellPayable(usable, asked);
  const budget = { steps: SEARCH_STEPS };
  for (const target of targetsFor(usable, sumOf(payable))) {
    const reduced = reduceTo(payable, target, leastOf(usable));
    if (reduced.length === 0) break;
    const payments = payInFull(usable, reduced, fixed, budget);
    if (payments) return { payments: byOrder(payments, usable), missing: missingOf(asked, payments) };
  }
  const { payments } = fillInOrder(usable, payable);
  return { payments, missing: payments.length === 0 ? [...payable, ...refused] : missingOf(asked, payments) };
}

/** Sets of slices from the smallest on; with the search exhausted, whatever filling in order can do. */
function payInFull<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  wants: readonly Want[],
  fixed: number,
  budget: Budget,
): SlicePayment<Slice>[] | null {
  const total = sumOf(wants);
  const fewest = fewestReaching(slices, total, fixed);
  for (let count = fewest; count <= slices.length; count = nextSize(count, fewest, slices.length)) {
    const found = payWith(slices, wants, count, fixed, budget);
    if (found) return found;
  }
  // Pinned slices of which not all can be used.
  return fixed === 0 ? null : payInFull(slices, wants, fixed - 1, budget);
}

function nextSize(count: number, fewest: number, all: number): number {
  return count + 1 < fewest + SIZES || count === all ? count + 1 : all;
}

function payWith<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  wants: readonly Want[],
  count: number,
  fixed: number,
  budget: Budget,
): SlicePayment<Slice>[] | null {
  let tried = 0;
  for (const set of setsReaching(slices, sumOf(wants), count, fixed)) {
    if (tried++ === (budget.steps > 0 ? SETS_OF_A_SIZE : 1)) return null;
    const given = Math.min(STEPS_A_SET, budget.steps);
    const own = { steps: given };
    const exact = fillExactly(set, wants, own);
    budget.steps -= given - own.steps;
    if (exact) return exact;
    const { payments, missing } = fillInOrder(set, wants);
    if (missing.length === 0) return payments;
  }
  return null;
}

/** A payee whose amount is smaller than any part may be, and no slice's whole face, can't be paid whatever is left out. */
function tellPayable(slices: readonly SpendableSlice[], wants: readonly Want[]): { payable: Want[]; refused: Want[] } {
  const isPayable = ({ amount }: Want) => slices.some(({ face, smallest }) => amount >= smallest || amount === face);
  return { payable: wants.filter(isPayable), refused: wants.filter((want) => !isPayable(want)) };
}

/** All that is asked; if that can't be, what there is, and then a little less, since what stays must not be too small. */
function targetsFor(slices: readonly SpendableSlice[], total: bigint): bigint[] {
  const held = slices.reduce((sum, { face }) => sum + face, 0n);
  const most = lesser(total, held);
  const steps = slices.map(({ smallest }) => smallest).sort((a, b) => (a < b ? -1 : 1));
  const [finest = 0n, coarsest = 0n] = [steps[0], steps.at(-1)];
  const less = [0n, finest, 2n * finest, coarsest, 2n * coarsest].map((step) => most - step);
  return [...new Set(less)].filter((target) => target > 0n);
}

/** Takes from those named last, until no more than `target` is asked; nobody is left with less than the least part. */
function reduceTo(wants: readonly Want[], target: bigint, least: bigint): Want[] {
  let room = target;
  return wants.flatMap(({ payee, amount }) => {
    const given = lesser(amount, room);
    if (given < amount && given < least) return [];
    room -= given;
    return given > 0n ? [{ payee, amount: given }] : [];
  });
}

function leastOf(slices: readonly SpendableSlice[]): bigint {
  return slices.map(({ smallest }) => smallest).reduce(lesser, slices[0]?.smallest ?? 0n);
}

function missingOf(wants: readonly Want[], payments: readonly SlicePayment[]): Want[] {
  const paid = new Map<string, bigint>();
  for (const { payee, amount } of payments.flatMap(({ shares }) => shares)) {
    paid.set(payee, (paid.get(payee) ?? 0n) + amount);
  }
  return wants
    .map(({ payee, amount }) => ({ payee, amount: amount - (paid.get(payee) ?? 0n) }))
    .filter(({ amount }) => amount > 0n);
}

function byOrder<Slice extends SpendableSlice>(
  payments: readonly SlicePayment<Slice>[],
  order: readonly Slice[],
): SlicePayment<Slice>[] {
  return payments.toSorted((a, b) => order.indexOf(a.slice) - order.indexOf(b.slice));
}
