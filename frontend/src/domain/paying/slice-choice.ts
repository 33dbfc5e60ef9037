import type { SpendableSlice } from "./payment.ts";

/**
 * The latest due first keeps what turns into cash soonest. Earliest first passes on what payees get soonest.
 */
export type DueOrder = "latest" | "earliest";

/** Pinned slices first, then by due day; of the same day the larger first, since it needs fewer others. */
export function inOrder<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  order: DueOrder,
  pinned: ReadonlySet<string>,
): Slice[] {
  const sign = order === "latest" ? -1 : 1;
  return slices.toSorted(
    (a, b) =>
      Number(pinned.has(b.id)) - Number(pinned.has(a.id)) ||
      sign * (a.dueDay - b.dueDay) ||
      compare(b.face, a.face) ||
      compare(a.id, b.id),
  );
}

/**
 * Sets of `count` slices whose faces reach `total`, those that come first in the order given first. The first `fixed` are in each.
 * A set that can't reach it is never begun, so the next one is found at once.
 */
export function* setsReaching<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  total: bigint,
  count: number,
  fixed: number,
): Generator<Slice[]> {
  yield* extend([], slices, total, count, fixed);
}

function* extend<Slice extends SpendableSlice>(
  chosen: readonly Slice[],
  rest: readonly Slice[],
  missing: bigint,
  count: number,
  fixed: number,
): Generator<Slice[]> {
  if (count === 0) {
    if (missing <= 0n && fixed === 0) yield [...chosen];
    return;
  }
  // What the largest of the others could add decides whether it is worth going on.
  if (rest.length < count || largestSum(rest, count) < missing) return;
  for (const [index, slice] of rest.entries()) {
    if (fixed > 0 && index > 0) return;
    const others = rest.slice(index + 1);
    yield* extend([...chosen, slice], others, missing - slice.face, count - 1, Math.max(0, fixed - 1));
    if (others.length < count || largestSum(others, count) < missing) return;
  }
}

/** How many slices it takes at least; one more than there are when they don't reach. */
export function fewestReaching(slices: readonly SpendableSlice[], total: bigint, fixed: number): number {
  let sum = slices.slice(0, fixed).reduce((all, { face }) => all + face, 0n);
  const others = slices.slice(fixed).toSorted((a, b) => compare(b.face, a.face));
  let count = fixed;
  for (const { face } of others) {
    if (sum >= total) return count;
    sum += face;
    count += 1;
  }
  return sum >= total ? count : count + 1;
}

function largestSum(slices: readonly SpendableSlice[], count: number): bigint {
  const faces = slices.map(({ face }) => face).sort((a, b) => compare(b, a));
  return faces.slice(0, count).reduce((sum, face) => sum + face, 0n);
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
