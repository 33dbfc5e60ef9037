import { readFileSync } from "node:fs";
import type { Verdict } from "./judge.ts";
import type { Mutant } from "./points.ts";

/** A mutant that no test can notice, and why. */
interface Equivalent {
  mutant: string;
  why: string;
}

export interface Judged {
  mutant: Mutant;
  verdict: Verdict;
}

export function readEquivalents(path: URL): Equivalent[] {
  const found: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Array.isArray(found) || !found.every(isEquivalent))
    throw new Error(`${path.pathname} must list objects with a "mutant" and a "why" of a sentence.`);
  return found;
}

function isEquivalent(value: unknown): value is Equivalent {
  if (typeof value !== "object" || value === null || !("mutant" in value) || !("why" in value)) return false;
  return typeof value.mutant === "string" && typeof value.why === "string" && value.why.trim().length >= 20;
}

export interface Summary {
  lines: string[];
  ok: boolean;
}

/** Every survivor must be justified, and every justification needed. */
export function summarise(
  judged: readonly Judged[],
  names: ReadonlySet<string>,
  equivalents: readonly Equivalent[],
): Summary {
  const reasons = new Map(equivalents.map(({ mutant, why }) => [mutant, why]));
  const survivors = judged.filter(({ verdict }) => !verdict.killed);
  const unexplained = survivors.filter(({ mutant }) => !reasons.has(mutant.name));
  const needless = judged.filter(({ mutant, verdict }) => verdict.killed && reasons.has(mutant.name));
  const vanished = equivalents.filter(({ mutant }) => !names.has(mutant));
  const explained = survivors.flatMap(({ mutant }) => {
    const why = reasons.get(mutant.name);
    return why === undefined ? [] : [`equivalent: ${mutant.name}\n    ${why}`];
  });
  const lines = [
    ...explained,
    ...vanished.map(({ mutant }) => `FAILED: listed as equivalent, but there is no such mutant: ${mutant}`),
    ...needless.map(
      ({ mutant, verdict }) => `FAILED: listed as equivalent, but killed by ${verdict.by}: ${mutant.name}`,
    ),
    ...unexplained.map(({ mutant }) => `FAILED: survived: ${mutant.name} (${mutant.file}:${mutant.line})`),
    "",
    `${judged.length - survivors.length} killed, ${survivors.length} survived (${survivors.length - unexplained.length} justified as equivalent)`,
  ];
  const ok = judged.length > 0 && unexplained.length + needless.length + vanished.length === 0;
  return { lines, ok };
}
