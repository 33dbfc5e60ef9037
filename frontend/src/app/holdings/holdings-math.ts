interface Range {
  id: string;
  receivableId: string;
  start: bigint;
  end: bigint;
}

/** Each slice that begins where another ends, by that other's id. Give only free slices of one holder. */
export function rightNeighbours<T extends Range>(slices: readonly T[]): Map<string, T> {
  const byStart = new Map(slices.map((slice) => [`${slice.receivableId}|${slice.start}`, slice]));
  const pairs = slices.flatMap((slice) => {
    const right = byStart.get(`${slice.receivableId}|${slice.end}`);
    return right ? [[slice.id, right] as const] : [];
  });
  return new Map(pairs);
}

/** What is held in each currency, in the order of the rulebook. */
export function totalsByCurrency(held: readonly { currency: number; face: bigint }[]): [number, bigint][] {
  const totals = new Map<number, bigint>();
  for (const { currency, face } of held) totals.set(currency, (totals.get(currency) ?? 0n) + face);
  return [...totals].toSorted(([a], [b]) => a - b);
}
