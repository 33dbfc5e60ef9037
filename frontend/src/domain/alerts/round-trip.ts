/** Cents [start, end). */
export interface CentRange {
  start: bigint;
  end: bigint;
}

interface Trip {
  rule: "roundTrip" | "backToObligor";
  /** Cents that came back, in minor units. */
  amount: bigint;
}

/** Only who is paid takes part in a round trip: a desk's, a court's or a successor's move is not one. */
const PAYMENTS: readonly string[] = ["payment", "acceptance"];

/**
 * Whether a movement brings cents back to where they were.
 * @param past All cents of the receivable that the receiving organisation ever held.
 */
export function tripOf(
  movement: CentRange & { kind: string; isObligor: boolean },
  past: readonly CentRange[],
): Trip | null {
  if (!PAYMENTS.includes(movement.kind)) return null;
  if (movement.isObligor) return { rule: "backToObligor", amount: movement.end - movement.start };
  const amount = overlap(past, movement);
  return amount > 0n ? { rule: "roundTrip", amount } : null;
}

/** Adds cents to those held; what touches or overlaps comes together, so that the list stays short. */
export function addRange(past: readonly CentRange[], { start, end }: CentRange): CentRange[] {
  const apart = past.filter((each) => each.end < start || each.start > end);
  const joined = past.filter((each) => each.end >= start && each.start <= end);
  const whole = joined.reduce(
    (union, each) => ({ start: min(union.start, each.start), end: max(union.end, each.end) }),
    {
      start,
      end,
    },
  );
  return [...apart, whole].sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Of a receivable's movements in order, those from the first time on that one of the accounts got any of the cents. */
export function wayBack<M extends CentRange & { from: string; to: string }>(
  movements: readonly M[],
  accounts: ReadonlySet<string>,
  { start, end }: CentRange,
): M[] {
  const moved = movements.filter((each) => each.from !== each.to && each.start < end && each.end > start);
  const first = moved.findIndex(({ to }) => accounts.has(to));
  return first === -1 ? moved : moved.slice(first);
}

function overlap(past: readonly CentRange[], { start, end }: CentRange): bigint {
  return past.reduce((cents, each) => {
    const common = min(each.end, end) - max(each.start, start);
    return common > 0n ? cents + common : cents;
  }, 0n);
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
