/** The same facts, told by the index and by the chain: each by its key, as text. */
export interface Comparison {
  table: string;
  index: ReadonlyMap<string, string>;
  chain: ReadonlyMap<string, string>;
}

type Fact = bigint | number | string | boolean | null;

/** @throws if two rows have the same key: what a table says of one thing it says once. */
export function factsOf(rows: readonly (readonly [key: string, facts: readonly Fact[]])[]): Map<string, string> {
  const facts = new Map<string, string>();
  for (const [key, values] of rows) {
    const name = key.toLowerCase();
    if (facts.has(name)) throw new Error(`Two rows are about ${name}.`);
    facts.set(name, values.map((value) => String(value).toLowerCase()).join(" "));
  }
  return facts;
}

/** In words; nothing if both tell the same. */
export function differencesOf({ table, index, chain }: Comparison): string[] {
  const keys = [...new Set([...index.keys(), ...chain.keys()])];
  return keys.flatMap((key) => {
    const [told, actual] = [index.get(key) ?? "nothing", chain.get(key) ?? "nothing"];
    return told === actual ? [] : [`${table} ${key}: the index has ${told}; the chain ${actual}`];
  });
}

/** Adds up figures by key. */
export function sumsOf(rows: readonly (readonly [key: string, figures: readonly bigint[]])[]): Map<string, string> {
  const sums = new Map<string, bigint[]>();
  for (const [key, figures] of rows) {
    const before = sums.get(key.toLowerCase()) ?? figures.map(() => 0n);
    sums.set(
      key.toLowerCase(),
      figures.map((each, i) => each + (before[i] ?? 0n)),
    );
  }
  return new Map([...sums].map(([key, figures]) => [key, figures.join(" ")]));
}
