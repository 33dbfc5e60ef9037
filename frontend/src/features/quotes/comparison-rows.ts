/** One way to sell a slice now. Amounts in minor units. */
export interface Alternative {
  key: string;
  bank: string;
  recourse: boolean;
  net: bigint;
  yearlyCostPpm: bigint | null;
}

interface RankedFit {
  offer: { id: bigint; bank: string; withRecourse: boolean };
  price: { netMinor: bigint; yearlyCostPpm: bigint | null } | null;
  misfits: readonly unknown[];
}

/** The best standing offer without recourse and the best with it, of those that could be taken. @param ranked Best first. */
export function bestOfEachKind(ranked: readonly RankedFit[]): Alternative[] {
  const rows = ranked.flatMap(({ offer, price, misfits }): Alternative[] => {
    if (price === null || misfits.length > 0) return [];
    const { netMinor: net, yearlyCostPpm } = price;
    return [{ key: String(offer.id), bank: offer.bank, recourse: offer.withRecourse, net, yearlyCostPpm }];
  });
  return [false, true].flatMap((recourse) => rows.find((row) => row.recourse === recourse) ?? []);
}

/** Whether a quote pays more or less than the best standing offer that leaves the seller no worse off in recourse. */
export function verdictOf(
  quote: Alternative,
  others: readonly Alternative[],
): { kind: "none" | "more" | "less" | "same"; difference: bigint } {
  const nets = others.filter(({ recourse }) => quote.recourse || !recourse).map(({ net }) => net);
  const best = nets.toSorted((a, b) => (a < b ? 1 : -1))[0];
  if (best === undefined) return { kind: "none", difference: 0n };
  if (quote.net === best) return { kind: "same", difference: 0n };
  return quote.net > best
    ? { kind: "more", difference: quote.net - best }
    : { kind: "less", difference: best - quote.net };
}
