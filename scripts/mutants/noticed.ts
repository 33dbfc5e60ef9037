import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { Mutant } from "./points.ts";

const Saved = z.record(z.string(), z.string());

/** Which file of tests noticed which mutant, in this run and the last: it goes first next time. It only saves time, verdicts don't depend on it. */
export class Noticed {
  private readonly byMutant: Map<string, string>;
  private readonly counts = new Map<string, number>();

  constructor(private readonly path: string) {
    const saved = existsSync(path) ? Saved.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
    this.byMutant = new Map(Object.entries(saved));
  }

  add({ name, file }: Mutant, test: string): void {
    this.byMutant.set(name, test);
    const key = `${file} ${test}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  save(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, JSON.stringify(Object.fromEntries(this.byMutant)));
  }

  /** The likeliest first: what noticed this mutant last time, what noticed others of its file, what is named like it. */
  order(tests: readonly string[], mutant: Mutant | undefined): string[] {
    if (!mutant) return [...tests];
    const likelihood = (test: string) =>
      (this.byMutant.get(mutant.name) === test ? 1_000_000 : 0) +
      10 * (this.counts.get(`${mutant.file} ${test}`) ?? 0) +
      (sharesName(mutant.file, test) ? 5 : 0);
    const ranked = tests.map((test) => ({ test, rank: likelihood(test) }));
    return ranked.sort((a, b) => b.rank - a.rank).map(({ test }) => test);
  }
}

/** `SettlementDesk.sol` and `settlement-desk.test.ts`. */
function sharesName(file: string, test: string): boolean {
  const bare = (path: string) => (path.split("/").at(-1) ?? "").replace(/\.(test\.ts|sol)$/, "").replaceAll("-", "");
  return bare(test).toLowerCase().startsWith(bare(file).toLowerCase());
}
