/** One position of the bank, in minor units: the face of a slice it holds, or what is owed to it of a loan's principal. */
export interface Stake {
  /** By what it is grouped: an obligor, a month. */
  group: string;
  currency: number;
  held: bigint;
  lent: bigint;
}

export interface StakeGroup extends Stake {
  total: bigint;
  /** All groups of the currency together. */
  whole: bigint;
}

/** Positions added up by group and currency; currencies in their order, the largest group first. */
export function concentration(stakes: readonly Stake[]): StakeGroup[] {
  const groups = new Map<string, Stake>();
  const wholes = new Map<number, bigint>();
  for (const { group, currency, held, lent } of stakes) {
    const key = `${currency}/${group}`;
    const known = groups.get(key) ?? { group, currency, held: 0n, lent: 0n };
    groups.set(key, { ...known, held: known.held + held, lent: known.lent + lent });
    wholes.set(currency, (wholes.get(currency) ?? 0n) + held + lent);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, total: group.held + group.lent, whole: wholes.get(group.currency) ?? 0n }))
    .sort((a, b) => a.currency - b.currency || (a.total < b.total ? 1 : a.total > b.total ? -1 : 0));
}
