import { createHash } from "node:crypto";

interface Choice {
  only?: string | undefined;
  sample?: number | undefined;
}

/** The mutants to run: those whose name contains `only`; of these `sample`, always the same ones. */
export function choose<T extends { name: string }>(all: readonly T[], { only = "", sample }: Choice): T[] {
  const named = all.filter(({ name }) => name.includes(only));
  if (sample === undefined) return named;
  const rank = ({ name }: T) => createHash("sha256").update(name).digest("hex");
  const ranked = [...named].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const taken = new Set(ranked.slice(0, sample));
  return named.filter((mutant) => taken.has(mutant));
}
