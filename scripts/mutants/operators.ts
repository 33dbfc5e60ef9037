import { type AstNode, below, child, children, field, reference, typeOf } from "./ast.ts";
import type { Declarations } from "./declarations.ts";

/** Gives a node's text, with whatever is mutated inside of it. */
type TextOf = (node: AstNode) => string;

export interface Mutation {
  /** What is done, as in `require dropped`. */
  operator: string;
  /** The node whose text is exchanged. */
  node: AstNode;
  shape: "expression" | "statement";
  replace: (text: TextOf) => string;
  /** The type each alternative is cast to: a bare number would take the smallest type that holds it. */
  cast?: string;
  /** Mutations with the same key are one mutant. */
  key?: string;
}

/** Where a node stands. */
interface Place {
  parent: AstNode | undefined;
  declarations: Declarations;
}

const SWAPPED: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "/",
  "&": "|",
  "|": "&",
  "^": "&",
  "+=": "-=",
  "-=": "+=",
};
const RELATIONAL = ["<", "<=", ">", ">=", "&&", "||"];
const INTEGER = /^u?int\d+$/;

type Operator = (node: AstNode, place: Place) => Mutation[];

/** By the node's type: what can be done to it. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  FunctionCall: droppedRequire,
  BinaryOperation: (node, place) => [
    ...swapped(node, place),
    ...droppedOperands(node, place),
    ...movedNumber(node, place),
  ],
  UnaryOperation: (node, place) => [...movedNumber(node, place), ...droppedComplement(node, place)],
  IfStatement: changedCondition,
  Conditional: negatedCondition,
  ExpressionStatement: droppedStatement,
  EmitStatement: (node) => [statement("event dropped", node)],
  Literal: (node, place) => [...movedNumber(node, place), ...negatedLiteral(node)],
  Identifier: namedValue,
  MemberAccess: namedValue,
};

function expression(operator: string, node: AstNode, replace: Mutation["replace"]): Mutation {
  return { operator, node, shape: "expression", replace };
}

function statement(operator: string, node: AstNode, replace: Mutation["replace"] = () => ""): Mutation {
  return { operator, node, shape: "statement", replace };
}

function droppedRequire(node: AstNode): Mutation[] {
  const callee = child(node, "expression");
  const [condition] = children(node, "arguments");
  if (!callee || !condition || field(callee, "name") !== "require") return [];
  return [expression("check removed", condition, () => "true")];
}

function sides(node: AstNode): [AstNode, AstNode] | undefined {
  const left = child(node, "leftExpression");
  const right = child(node, "rightExpression");
  return left && right ? [left, right] : undefined;
}

/** The condition of a check, or a part of it, is removed anyway: who notices that notices the contrary too. */
function isRemovedToo({ parent }: Place): boolean {
  if (!parent) return false;
  const callee = child(parent, "expression");
  const isRequire = callee !== undefined && field(callee, "name") === "require";
  return isRequire || ["&&", "||"].includes(field(parent, "operator"));
}

function swapped(node: AstNode, place: Place): Mutation[] {
  const both = sides(node);
  const operator = field(node, "operator");
  if (!both || typeOf(node).startsWith("int_const")) return [];
  const [left, right] = both;
  if (operator === "==" || operator === "!=")
    return isRemovedToo(place)
      ? []
      : [expression(`${operator} negated`, node, (text) => `!(${text(left)} ${operator} ${text(right)})`)];
  const other = SWAPPED[operator];
  if (other === undefined || (operator === "|" && both.some(isPacked))) return [];
  return [expression(`${operator} to ${other}`, node, (text) => `(${text(left)} ${other} ${text(right)})`)];
}

/** A field of a word that is put together: its place in the word is changed, which is enough. */
function isPacked(node: AstNode): boolean {
  const inner = node.nodeType === "TupleExpression" ? children(node, "components")[0] : node;
  return inner !== undefined && ["<<", "|"].includes(field(inner, "operator"));
}

/** Each condition of several that must hold, or one of which must. */
function droppedOperands(node: AstNode, { parent }: Place): Mutation[] {
  const operator = field(node, "operator");
  const both = sides(node);
  if (!both || (operator !== "&&" && operator !== "||")) return [];
  // A chain's first operand is the shorter chain: its own operands are dropped there.
  const leaves = both.filter((side) => field(side, "operator") !== operator);
  const neutral = operator === "&&" ? "true" : "false";
  const found = leaves.map((leaf) => expression(`${operator} operand dropped`, leaf, () => neutral));
  return parent ? found : [];
}

function droppedComplement(node: AstNode, place: Place): Mutation[] {
  const inner = child(node, "subExpression");
  const operator = field(node, "operator");
  if (operator === "!" && isRemovedToo(place)) return [];
  if (!inner || (operator !== "~" && operator !== "!") || typeOf(node).startsWith("int_const")) return [];
  return [expression(`${operator} dropped`, node, (text) => text(inner))];
}

function changedCondition(node: AstNode): Mutation[] {
  const condition = child(node, "condition");
  if (!condition || !RELATIONAL.includes(field(condition, "operator"))) return negatedCondition(node);
  return [expression("if never taken", condition, () => "false")];
}

/** Comparisons, && and || are changed by themselves. */
function negatedCondition(node: AstNode): Mutation[] {
  const condition = child(node, "condition");
  const plain = ["FunctionCall", "Identifier", "MemberAccess", "IndexAccess"];
  if (!condition || !plain.includes(condition.nodeType)) return [];
  return [expression("condition negated", condition, (text) => `!(${text(condition)})`)];
}

function droppedStatement(node: AstNode, { parent, declarations }: Place): Mutation[] {
  const inner = child(node, "expression");
  if (!inner || parent?.nodeType === "ForStatement") return [];
  if (inner.nodeType === "FunctionCall") {
    const callee = child(inner, "expression");
    const name = callee ? field(callee, "name") : "";
    return ["require", "assert", "revert"].includes(name) ? [] : [statement("call dropped", node)];
  }
  if (inner.nodeType === "Assignment")
    return [...droppedWrite(node, inner, declarations), ...swappedAssignment(node, inner)];
  if (inner.nodeType !== "UnaryOperation") return [];
  return [statement(`${field(inner, "operator")} dropped`, node)];
}

/** Into storage, or of a variable's next value. Without the first value of a variable nothing works, and every test says so. */
function droppedWrite(node: AstNode, assignment: AstNode, declarations: Declarations): Mutation[] {
  const left = child(assignment, "leftHandSide");
  const right = child(assignment, "rightHandSide");
  const target = left ? baseOf(left) : undefined;
  // A pointer into storage must point somewhere.
  if (!left || !target || !right || typeOf(left).endsWith("storage pointer")) return [];
  const isNextValue = field(assignment, "operator") !== "=" || uses(right, reference(target));
  return isNextValue || declarations.isStored(target) ? [statement("write dropped", node)] : [];
}

function baseOf(node: AstNode): AstNode {
  const base = child(node, node.nodeType === "IndexAccess" ? "baseExpression" : "expression");
  return base ? baseOf(base) : node;
}

function uses(node: AstNode, declaration: number | undefined): boolean {
  return reference(node) === declaration || below(node).some((inner) => uses(inner, declaration));
}

function swappedAssignment(node: AstNode, assignment: AstNode): Mutation[] {
  const operator = field(assignment, "operator");
  const other = SWAPPED[operator];
  const left = child(assignment, "leftHandSide");
  const right = child(assignment, "rightHandSide");
  if (other === undefined || !left || !right) return [];
  return [statement(`${operator} to ${other}`, node, (text) => `${text(left)} ${other} ${text(right)};`)];
}

/** The largest expression that the compiler knows the value of. */
function movedNumber(node: AstNode, { parent }: Place): Mutation[] {
  if (!typeOf(node).startsWith("int_const") || !parent || typeOf(parent).startsWith("int_const")) return [];
  // address(0), bytes32(0) and the like: a null, not a number.
  if (field(parent, "kind") === "typeConversion" && !INTEGER.test(typeOf(parent))) return [];
  const moved = expression("constant + 1", node, (text) => `(${text(node)} + 1)`);
  if (parent.nodeType !== "BinaryOperation") return [moved];
  const isShiftWidth = /<<|>>/.test(field(parent, "operator")) && child(parent, "rightExpression")?.id === node.id;
  if (isShiftWidth) return [moved];
  // An equality with another number never holds, which is as good as its contrary.
  if (["==", "!="].includes(field(parent, "operator"))) return [];
  const common = typeOf(parent, "commonType");
  return INTEGER.test(common) ? [{ ...moved, cast: common }] : [];
}

function negatedLiteral(node: AstNode): Mutation[] {
  if (field(node, "kind") !== "bool") return [];
  const other = field(node, "value") === "true" ? "false" : "true";
  return [expression(`to ${other}`, node, () => other)];
}

/** The use of a constant or of an enum's member. */
function namedValue(node: AstNode, { declarations }: Place): Mutation[] {
  const member = declarations.nextMember(node);
  if (member) {
    const type = child(node, "expression");
    return type ? [expression("state swapped", node, (text) => `${text(type)}.${member}`)] : [];
  }
  const constant = declarations.constant(node);
  if (!constant) return [];
  const { name, type, next } = constant;
  const key = `${constant.file}:${name}`;
  const found: Mutation[] = [];
  if (INTEGER.test(type)) found.push({ ...expression("constant + 1", node, (text) => `(${text(node)} + 1)`), key });
  if (/^bytes\d+$/.test(type))
    found.push({ ...expression("constant changed", node, (text) => `(~${text(node)})`), key });
  if (next) found.push(expression(`${name} to ${next.name}`, node, () => next.value));
  return found;
}
