import { type AstNode, below, child, children, endOf, field, flag, startOf } from "./ast.ts";
import type { Analysis, Sources } from "./compiler.ts";
import { collectDeclarations, type Declarations } from "./declarations.ts";
import { type Mutation, OPERATORS } from "./operators.ts";

/** One mutant: usually one place; a changed constant has several. */
export interface Mutant {
  /** `file:function:operator:original text`, with ` #2` from the second of the same name on. */
  name: string;
  file: string;
  line: number;
  places: { file: string; mutation: Mutation }[];
}

const MOCKS = "contracts/mocks/";
const LONGEST_ORIGINAL = 80;

/** A modifier's guard is exchanged together with its function; see rewrite.ts. */
export const GUARD = "modifier removed";

/** All mutants of the contracts, in the order of files and of their text. */
export function findMutants({ trees }: Analysis, sources: Sources): Mutant[] {
  const finder = new Finder(sources, trees);
  for (const [file, tree] of trees) if (file in sources && !file.startsWith(MOCKS)) finder.search(file, tree);
  return finder.found();
}

class Finder {
  private readonly mutants = new Map<string, Mutant>();
  private readonly counts = new Map<string, number>();
  private readonly declarations: Declarations;

  constructor(
    private readonly sources: Sources,
    trees: Map<string, AstNode>,
  ) {
    this.declarations = collectDeclarations(trees, (file, node) => textOf(this.sources, file, node));
  }

  found(): Mutant[] {
    return [...this.mutants.values()];
  }

  search(file: string, node: AstNode, within = "", parent?: AstNode): void {
    // Only code is mutated: no assembly, no declaration of types, no initial value of a constant, no argument of an error.
    if (["InlineAssembly", "StructuredDocumentation", "RevertStatement", "ParameterList"].includes(node.nodeType))
      return;
    if (node.nodeType === "VariableDeclaration") return;
    const isCode = node.nodeType === "FunctionDefinition" || node.nodeType === "ModifierDefinition";
    const name = isCode ? field(node, "name") || field(node, "kind") : within;
    if (node.nodeType === "FunctionDefinition") this.searchGuards(file, node, name);
    if (name !== "") {
      const place = { parent, declarations: this.declarations };
      for (const mutation of OPERATORS[node.nodeType]?.(node, place) ?? []) this.add(file, name, mutation);
    }
    for (const inner of searched(node)) this.search(file, inner, name, node);
  }

  private searchGuards(file: string, node: AstNode, name: string): void {
    if (!canBeGuarded(node)) return;
    for (const guard of guardsOf(node))
      this.add(file, name, { operator: GUARD, node: guard, shape: "expression", replace: () => "" });
  }

  private add(file: string, within: string, mutation: Mutation): void {
    const known = mutation.key === undefined ? undefined : this.mutants.get(mutation.key);
    if (known) {
      known.places.push({ file, mutation });
      return;
    }
    const name = this.numbered(
      `${this.scope(file, within, mutation)}:${mutation.operator}:${this.original(file, mutation)}`,
    );
    const line = sliceOf(this.sources[file] ?? "", 0, startOf(mutation.node)).split("\n").length;
    this.mutants.set(mutation.key ?? name, { name, file, line, places: [{ file, mutation }] });
  }

  private scope(file: string, within: string, { key }: Mutation): string {
    const declaredIn = key?.split(":")[0] ?? file;
    return `${declaredIn.replace(/^contracts\//, "")}:${key === undefined ? within : "constant"}`;
  }

  private original(file: string, { node, operator }: Mutation): string {
    const text = textOf(this.sources, file, node).replace(/\s+/g, " ");
    const shown = text.length > LONGEST_ORIGINAL ? `${text.slice(0, LONGEST_ORIGINAL)}…` : text;
    return operator === GUARD ? shown : shown.replace(/;$/, "");
  }

  private numbered(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  }
}

function searched(node: AstNode): AstNode[] {
  if (node.nodeType === "FunctionDefinition" || node.nodeType === "ModifierDefinition") {
    const body = child(node, "body");
    return body ? [body] : [];
  }
  const callee = child(node, "expression");
  const isRequire = node.nodeType === "FunctionCall" && callee !== undefined && field(callee, "name") === "require";
  return isRequire ? children(node, "arguments").slice(0, 1) : below(node);
}

/** The modifiers, without the constructors of bases. */
export function guardsOf(node: AstNode): AstNode[] {
  return children(node, "modifiers").filter((guard) => field(guard, "kind") === "modifierInvocation");
}

/** Its parameters have names, so that it can be called with them; it has a body. */
export function canBeGuarded(node: AstNode): boolean {
  const parameters = child(node, "parameters");
  const named =
    parameters !== undefined && children(parameters, "parameters").every((each) => field(each, "name") !== "");
  return field(node, "kind") === "function" && flag(node, "implemented") && named;
}

const bytes = new Map<string, Buffer>();

/** Offsets count bytes. */
function textOf(sources: Sources, file: string, node: AstNode): string {
  return sliceOf(sources[file] ?? "", startOf(node), endOf(node));
}

export function sliceOf(text: string, start: number, end: number): string {
  const buffer = bytes.get(text) ?? Buffer.from(text);
  bytes.set(text, buffer);
  return buffer.subarray(start, end).toString();
}
