interface Step {
  kind: string;
  txHash: string;
}

/** A split comes before the offers of its parts, a receivable is cured once it is paid and settled after everybody was paid; the logs have it otherwise. */
const RANKS: Readonly<Record<string, number>> = { sliceSplit: -1, receivableCured: 1, receivableSettled: 1 };

/** Steps in the order of the chain, those of one transaction in the order in which one would tell them. */
export function tellingOrder<S extends Step>(steps: readonly S[]): S[] {
  const firstOf = new Map<string, number>();
  for (const [i, { txHash }] of steps.entries()) if (!firstOf.has(txHash)) firstOf.set(txHash, i);
  const rank = ({ kind }: S) => RANKS[kind] ?? 0;
  return steps.toSorted((a, b) => (firstOf.get(a.txHash) ?? 0) - (firstOf.get(b.txHash) ?? 0) || rank(a) - rank(b));
}
