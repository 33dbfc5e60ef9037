import solc from "solc";
import { z } from "zod";

/**
 * Rewrites a contract so that both outcomes of each decision are statements on lines of their own, which line coverage can count:
 *
 *   require(c, E(x));   becomes   if (c) { 0; } else { revert E(x); }
 *   if (c) a;           becomes   if (c) { 0; a; } else { 0; }
 *
 * Decisions are `require` and `if`. Operands of && and ||, conditional expressions and loops are not counted.
 */
export interface Rewritten {
  text: string;
  decisions: Decision[];
}

/** A decision in the original file, and the lines of the rewritten file that run when it holds and when it does not. */
export interface Decision {
  line: number;
  condition: string;
  holds: number;
  fails: number;
}

interface Node {
  nodeType: string;
  src: string;
  [field: string]: unknown;
}

const nodeSchema: z.ZodType<Node> = z.looseObject({ nodeType: z.string(), src: z.string() });

export function rewrite(source: string): Rewritten {
  const bytes = Buffer.from(source);
  const nodes = decisionsIn(parse(source));
  const conditions: Omit<Decision, "holds" | "fails">[] = [];
  const text = (from: number, to: number): string => bytes.subarray(from, to).toString();

  /** The text from one byte to another, its outermost decisions rewritten. */
  function render(from: number, to: number): string {
    let out = "";
    let at = from;
    for (const node of nodes) {
      const [start, end] = rangeOf(node);
      if (start < at || end > to) continue;
      out += text(at, start) + renderDecision(node);
      at = endOfStatement(bytes, node);
    }
    return out + text(at, to);
  }

  function renderDecision(node: Node): string {
    const condition = conditionOf(node);
    const [start, end] = rangeOf(condition);
    const number = conditions.length;
    conditions.push({ line: text(0, start).split("\n").length, condition: text(start, end).replace(/\s+/g, " ") });
    const [holds, fails] = bodiesOf(node);
    return `if (${text(start, end)}) {\n${marker(number, "holds")}0;\n${holds}\n} else {\n${marker(number, "fails")}${fails}\n}`;
  }

  function bodiesOf(node: Node): [string, string] {
    if (node.nodeType === "IfStatement") {
      const otherwise = node.falseBody ? renderBody(childOf(node, "falseBody")) : "";
      return [renderBody(childOf(node, "trueBody")), `0;\n${otherwise}`];
    }
    const [, failure] = argumentsOf(node);
    return ["", failure ? `revert ${text(...rangeOf(failure))};` : "revert();"];
  }

  function renderBody(node: Node): string {
    const [start, end] = rangeOf(node);
    return node.nodeType === "Block" ? render(start + 1, end - 1) : render(start, endOfStatement(bytes, node));
  }

  const rewritten = render(0, bytes.length);
  const lines = rewritten.split("\n");
  const lineOf = (number: number, outcome: "holds" | "fails") =>
    lines.findIndex((line) => line.startsWith(marker(number, outcome))) + 1;
  const decisions = conditions.map((decision, number) => ({
    ...decision,
    holds: lineOf(number, "holds"),
    fails: lineOf(number, "fails"),
  }));
  return { text: rewritten, decisions };
}

const marker = (number: number, outcome: string) => `/*${outcome} ${number}*/ `;

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).optional(),
  sources: z.record(z.string(), z.object({ ast: nodeSchema })).optional(),
});

/** Parses only: neither imports nor types are needed to find decisions. */
function parse(source: string): Node {
  const input = {
    language: "Solidity",
    sources: { "a.sol": { content: source } },
    settings: { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } },
  };
  const nothing = { import: () => ({ contents: "" }) };
  const output = outputSchema.parse(JSON.parse(solc.compile(JSON.stringify(input), nothing)));
  const ast = output.sources?.["a.sol"]?.ast;
  if (!ast) throw new Error(output.errors?.map(({ formattedMessage }) => formattedMessage).join("\n") ?? "no AST");
  return ast;
}

/** In the order of their beginning, so that an outer decision comes before the ones inside it. */
function decisionsIn(root: Node): Node[] {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = nodeSchema.safeParse(value);
    if (node.success && (node.data.nodeType === "IfStatement" || isRequire(node.data))) found.push(node.data);
    Object.values(value).forEach(visit);
  };
  visit(root);
  return found.sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0]);
}

function isRequire(node: Node): boolean {
  if (node.nodeType !== "ExpressionStatement") return false;
  const call = childOf(node, "expression");
  return call.nodeType === "FunctionCall" && childOf(call, "expression").name === "require";
}

function conditionOf(node: Node): Node {
  if (node.nodeType === "IfStatement") return childOf(node, "condition");
  const [condition] = argumentsOf(node);
  if (!condition) throw new Error("a require without a condition");
  return condition;
}

function argumentsOf(node: Node): Node[] {
  return z.array(nodeSchema).parse(childOf(node, "expression").arguments);
}

function childOf(node: Node, field: string): Node {
  return nodeSchema.parse(node[field]);
}

function rangeOf({ src }: Node): [number, number] {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return [start, start + length];
}

/** Where the statement ends, its semicolon included; the compiler leaves it out of simple statements. */
function endOfStatement(bytes: Buffer, node: Node): number {
  const [start, end] = rangeOf(node);
  if (node.nodeType === "Block") return end;
  if (node.nodeType === "IfStatement") {
    return endOfStatement(bytes, childOf(node, node.falseBody ? "falseBody" : "trueBody"));
  }
  if (["ForStatement", "WhileStatement"].includes(node.nodeType)) return endOfStatement(bytes, childOf(node, "body"));
  const semicolon = bytes.indexOf(";", Math.max(start, end - 1));
  return semicolon + 1;
}
