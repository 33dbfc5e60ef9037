import type { AstNode } from "./ast.ts";
import { analyse, type Sources } from "./compiler.ts";
import type { Mutant } from "./points.ts";
import { numbersAround, withAll, withOnly } from "./rewrite.ts";

export interface Prepared {
  /** The sources in which each of `switched` is chosen by its number. */
  sources: Sources;
  switched: Map<number, Mutant>;
  /** What compiles as the only change, but not as one of two alternatives. */
  separate: Map<number, Mutant>;
  /** What does not compile is no mutant. */
  invalid: Mutant[];
}

/** Puts all mutants into the sources; those that the compiler refuses are taken out again until it accepts the rest. */
export function prepare(
  root: string,
  sources: Sources,
  trees: Map<string, AstNode>,
  mutants: readonly Mutant[],
): Prepared {
  const switched = new Map(mutants.map((mutant, index) => [index + 1, mutant]));
  const refused = new Map<number, Mutant>();
  for (;;) {
    const rewritten = withAll(sources, trees, switched);
    const { errors } = analyse(root, rewritten);
    if (errors.length === 0) return { sources: rewritten, switched, ...separateFrom(refused, root, sources, trees) };
    const before = switched.size;
    for (const { file, start, end } of errors) {
      const number = numbersAround(rewritten[file] ?? "", start, end).find((each) => switched.has(each));
      const mutant = number === undefined ? undefined : switched.get(number);
      if (number === undefined || !mutant) continue;
      switched.delete(number);
      refused.set(number, mutant);
    }
    if (switched.size === before) throw new Error(`The mutated contracts do not compile:\n${errors[0]?.message}`);
  }
}

function separateFrom(refused: Map<number, Mutant>, root: string, sources: Sources, trees: Map<string, AstNode>) {
  const separate = new Map<number, Mutant>();
  const invalid: Mutant[] = [];
  for (const [number, mutant] of refused) {
    if (analyse(root, withOnly(sources, trees, mutant)).errors.length === 0) separate.set(number, mutant);
    else invalid.push(mutant);
  }
  return { separate, invalid };
}
