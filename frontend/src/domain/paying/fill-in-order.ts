import { largestOf, lesser, mayTake, type SlicePayment, type SpendableSlice, type Want } from "./payment.ts";

/**
 * Pays one payee after the other from one slice after the other. Where a piece would become too small, a little more is left in the
 * slice or for the next one; so it is quick for any number of slices, and may leave somebody short when nearly all is paid out.
 */
export function fillInOrder<Slice extends SpendableSlice>(
  slices: readonly Slice[],
  wants: readonly Want[],
): { payments: SlicePayment<Slice>[]; missing: Want[] } {
  const rests = wants.map(({ amount }) => amount);
  const payments = slices.map((slice, i) => {
    const later = slices.slice(i + 1).map(({ smallest }) => smallest);
    return fillSlice(slice, wants, rests, later.length > 0 ? largestOf(later) : null);
  });
  const missing = wants.map(({ payee }, i) => ({ payee, amount: rests[i] ?? 0n }));
  return {
    payments: payments.filter(({ shares }) => shares.length > 0),
    missing: missing.filter(({ amount }) => amount > 0n),
  };
}

/** @param next What a payee not yet paid in full has to be left to get from later slices; null when there are none. */
function fillSlice<Slice extends SpendableSlice>(
  slice: Slice,
  wants: readonly Want[],
  rests: bigint[],
  next: bigint | null,
): SlicePayment<Slice> {
  const shares: Want[] = [];
  let left = slice.face;
  for (const [i, { payee }] of wants.entries()) {
    const rest = rests[i] ?? 0n;
    const amount = takeFor(slice, left, rest, next);
    if (amount === 0n) continue;
    shares.push({ payee, amount });
    left -= amount;
    rests[i] = rest - amount;
  }
  return { slice, shares, stays: left };
}

function takeFor(slice: SpendableSlice, left: bigint, rest: bigint, next: bigint | null): bigint {
  const kept = left - slice.smallest;
  const tries = [rest, left, kept];
  if (next !== null) tries.push(rest - next, lesser(kept, rest - next));
  const legal = tries.filter(
    (amount) =>
      amount <= rest && mayTake(slice, left, amount) && (amount === rest || next === null || rest - amount >= next),
  );
  return largestOf(legal);
}
