import { posix } from "node:path";
import { type AstNode, below, child, children, endOf, field, startOf } from "./ast.ts";
import type { Sources } from "./compiler.ts";
import type { Mutation } from "./operators.ts";
import { canBeGuarded, GUARD, guardsOf, type Mutant, sliceOf } from "./points.ts";

/** The file that every mutated one imports. */
const SELECTOR = "contracts/MutantSelector.sol";

/**
 * Which mutant is on is the block's coinbase: no storage, no call, and the network's configuration decides. The function is declared
 * pure although it is not, so that pure functions stay pure.
 */
const SELECTOR_SOURCE = `// SPDX-License-Identifier: Apache-2.0
pragma solidity >=0.8.20;

function mutantIsOn_(uint256 number) view returns (bool) {
    return block.coinbase == address(uint160(number));
}

function asPure_(function(uint256) view returns (bool) f) pure returns (function(uint256) pure returns (bool) g) {
    assembly ("memory-safe") {
        g := f
    }
}

function isMutant_(uint256 number) pure returns (bool) {
    return asPure_(mutantIsOn_)(number);
}
`;

/** Their last statement may stand without braces. */
const ENDS_WITH_STATEMENT = ["IfStatement", "ForStatement", "WhileStatement"];

/** Far from the precompiles. */
const FIRST_COINBASE = 0x1000_0000;

export function coinbaseOf(number: number): string {
  return `0x${(FIRST_COINBASE + number).toString(16).padStart(40, "0")}`;
}

interface Applied {
  number: number;
  mutation: Mutation;
}

/** The sources with all these mutants in them, each switched on by its number. */
export function withAll(sources: Sources, trees: Map<string, AstNode>, mutants: ReadonlyMap<number, Mutant>): Sources {
  const rewritten: Sources = { ...sources, [SELECTOR]: SELECTOR_SOURCE };
  for (const [file, applied] of byFile(mutants)) {
    const tree = trees.get(file);
    if (tree) rewritten[file] = new Rewriter(file, sources[file] ?? "", applied, switched).rewrite(tree);
  }
  return rewritten;
}

/** The sources with one mutant in place of the original. */
export function withOnly(sources: Sources, trees: Map<string, AstNode>, mutant: Mutant): Sources {
  const rewritten: Sources = { ...sources, [SELECTOR]: SELECTOR_SOURCE };
  for (const [file, applied] of byFile(new Map([[0, mutant]]))) {
    const tree = trees.get(file);
    if (tree) rewritten[file] = new Rewriter(file, sources[file] ?? "", applied, exchanged).rewrite(tree);
  }
  return rewritten;
}

function byFile(mutants: ReadonlyMap<number, Mutant>): Map<string, Applied[]> {
  const found = new Map<string, Applied[]>();
  for (const [number, mutant] of mutants)
    for (const { file, mutation } of mutant.places) found.set(file, [...(found.get(file) ?? []), { number, mutation }]);
  return found;
}

/** The mutants whose switches stand in this range, then the nearest before it. */
export function numbersAround(text: string, start: number, end: number): number[] {
  const numbers = (part: string) =>
    [...part.matchAll(/isMutant_\((\d+)\)/g)].map(([, n]) => Number(n) - FIRST_COINBASE);
  return [...numbers(sliceOf(text, start, end)), ...numbers(sliceOf(text, 0, start)).reverse()];
}

type Choose = (applied: Applied, mutated: string, original: string) => string;

function selected(number: number): string {
  return `isMutant_(${FIRST_COINBASE + number})`;
}

function switched({ number, mutation: { shape, cast } }: Applied, mutated: string, original: string): string {
  if (shape === "statement") return `{ if (${selected(number)}) { ${mutated} } else { ${original} } }`;
  const typed = (text: string) => (cast === undefined ? text : `${cast}(${text})`);
  return `(${selected(number)} ? ${typed(mutated)} : ${typed(original)})`;
}

function exchanged({ mutation }: Applied, mutated: string): string {
  return mutation.shape === "statement" ? `{ ${mutated} }` : mutated;
}

class Rewriter {
  private readonly applied = new Map<number, Applied[]>();

  constructor(
    private readonly file: string,
    private readonly source: string,
    all: Applied[],
    private readonly choose: Choose,
  ) {
    for (const one of all) {
      const { id } = one.mutation.node;
      this.applied.set(id, [...(this.applied.get(id) ?? []), one]);
    }
  }

  rewrite(tree: AstNode): string {
    const from = posix.relative(posix.dirname(this.file), SELECTOR);
    const importing = `import { isMutant_ } from "${from.startsWith(".") ? from : `./${from}`}";`;
    return this.text(tree).replace(/^pragma solidity [^;]+;/m, (pragma) => `${pragma} ${importing}`);
  }

  private text(node: AstNode): string {
    if (node.nodeType === "FunctionDefinition" && canBeGuarded(node)) {
      const guards = guardsOf(node).filter((guard) => this.applied.has(guard.id));
      if (guards.length > 0) return this.guarded(node, guards);
    }
    const inner = this.inner(node);
    const part = (other: AstNode) => (other.id === node.id ? inner : this.text(other));
    const applied = (this.applied.get(node.id) ?? []).filter(({ mutation }) => mutation.operator !== GUARD);
    return applied.reduce((text, one) => this.choose(one, one.mutation.replace(part), text), inner);
  }

  private inner(node: AstNode): string {
    return this.between(node, startOf(node), this.end(node));
  }

  /** From one offset to another, with the nodes below in between rewritten. */
  private between(node: AstNode, start: number, end: number): string {
    let text = "";
    let at = start;
    for (const part of below(node)) {
      if (startOf(part) < at || endOf(part) > end) continue;
      text += sliceOf(this.source, at, startOf(part)) + this.text(part);
      at = this.end(part);
    }
    return text + sliceOf(this.source, at, end);
  }

  /** A statement that is one expression ends before its semicolon, for the compiler; not here. */
  private end(node: AstNode): number {
    const end = endOf(node);
    const isStatement = node.nodeType === "ExpressionStatement" || node.nodeType === "EmitStatement";
    if (isStatement) return sliceOf(this.source, end, end + 1) === ";" ? end + 1 : end;
    const last = below(node).at(-1);
    return ENDS_WITH_STATEMENT.includes(node.nodeType) && last ? Math.max(end, this.end(last)) : end;
  }

  /**
   * The function becomes a choice between copies of its head: one with all its modifiers and, for each mutant, one without one of them.
   * They share the body.
   */
  private guarded(node: AstNode, removed: AstNode[]): string {
    const all = guardsOf(node);
    const body = child(node, "body");
    const parameters = child(node, "parameters");
    if (!body || !parameters) throw new Error(`${field(node, "name")} has no body.`);
    const name = field(node, "name");
    const cut = (start: number, end: number) => sliceOf(this.source, start, end);
    const head = cut(startOf(node), startOf(body));
    const bare = all.reduceRight((text, guard) => text.replace(cut(startOf(guard), endOf(guard)), ""), head);
    const results = child(node, "returnParameters");
    const returns = results && children(results, "parameters").length > 0 ? cut(startOf(results), endOf(results)) : "";
    const names = children(parameters, "parameters").map((each) => field(each, "name"));
    const call = (to: string) => `${returns ? "return " : ""}${to}(${names.join(", ")});`;
    const mutability = ["pure", "view"].find((each) => each === field(node, "stateMutability")) ?? "";
    const copy = (suffix: string, guards: AstNode[], code: string) =>
      [
        `function ${name}${suffix}${cut(startOf(parameters), endOf(parameters))} private ${mutability}`,
        ...guards.map((guard) => cut(startOf(guard), endOf(guard))),
        `${returns ? `returns ${returns}` : ""} ${code}`,
      ].join(" ");
    const applied = removed.flatMap((guard) => this.applied.get(guard.id) ?? []);
    const suffix = (one: Applied) => `_without_${one.number}`;
    const choices = applied.map((one) => this.choice(one, call(name + suffix(one)), returns));
    const unguarded = applied.map((one) =>
      copy(
        suffix(one),
        all.filter(({ id }) => id !== one.mutation.node.id),
        `{ ${call(`${name}_body`)} }`,
      ),
    );
    return [
      `${bare} { ${choices.join(" ")} ${call(`${name}_guarded`)} }`,
      ...unguarded,
      copy("_guarded", all, `{ ${call(`${name}_body`)} }`),
      copy("_body", [], this.text(body)),
    ].join("\n");
  }

  private choice({ number }: Applied, call: string, returns: string): string {
    return `if (${selected(number)}) { ${call} ${returns ? "" : "return;"} }`;
  }
}
