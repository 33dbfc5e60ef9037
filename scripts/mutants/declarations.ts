import { type AstNode, below, child, children, field, flag, reference, typeOf } from "./ast.ts";

interface Constant {
  name: string;
  type: string;
  file: string;
  /** The next constant of its family (ROLE_…, POWER_…, SLICE_…), as text that needs no import. */
  next?: { name: string; value: string };
}

/** What names stand for, over all files. */
export interface Declarations {
  constant: (use: AstNode) => Constant | undefined;
  /** The enum's next member, for the use of a member. */
  nextMember: (use: AstNode) => string | undefined;
  /** A state variable, or a reference into storage. */
  isStored: (use: AstNode) => boolean;
}

export function collectDeclarations(
  trees: Map<string, AstNode>,
  textOf: (file: string, node: AstNode) => string,
): Declarations {
  const constants = new Map<number, Constant>();
  const members = new Map<number, string>();
  const stored = new Set<number>();
  for (const [file, tree] of trees) {
    visit(tree, (node) => {
      if (flag(node, "stateVariable") || field(node, "storageLocation") === "storage") stored.add(node.id);
      if (node.nodeType === "EnumDefinition") addMembers(node, members);
      const found = below(node).filter((inner) => inner.nodeType === "VariableDeclaration" && flag(inner, "constant"));
      for (const [id, constant] of familiesOf(found, file, textOf)) constants.set(id, constant);
    });
  }
  const find = <T>(map: Map<number, T>, use: AstNode): T | undefined => map.get(reference(use) ?? Number.NaN);
  return {
    constant: (use) => find(constants, use),
    nextMember: (use) => find(members, use),
    isStored: (use) => stored.has(reference(use) ?? Number.NaN),
  };
}

function visit(node: AstNode, see: (node: AstNode) => void): void {
  see(node);
  for (const inner of below(node)) visit(inner, see);
}

function addMembers(node: AstNode, members: Map<number, string>): void {
  const all = children(node, "members");
  for (const [index, member] of all.entries()) {
    const next = all[(index + 1) % all.length];
    if (next && next !== member) members.set(member.id, field(next, "name"));
  }
}

/** Constants of one scope; those of a family have the same first word, the same type, and a value written in one number. */
function familiesOf(
  declared: AstNode[],
  file: string,
  textOf: (file: string, node: AstNode) => string,
): [number, Constant][] {
  const prefix = (node: AstNode) => `${field(node, "name").split("_")[0]}:${typeOf(node)}`;
  return declared.map((node) => {
    const constant: Constant = { name: field(node, "name"), type: typeOf(node), file };
    const family = declared.filter((other) => prefix(other) === prefix(node) && isFlag(other));
    const next = family[(family.indexOf(node) + 1) % family.length];
    const value = next && next !== node && family.includes(node) ? child(next, "value") : undefined;
    if (next && value) constant.next = { name: field(next, "name"), value: `${typeOf(next)}(${textOf(file, value)})` };
    return [node.id, constant];
  });
}

/** `1 << 3` or `8`, and a name in two words: one of several flags. */
function isFlag(node: AstNode): boolean {
  const value = child(node, "value");
  return field(node, "name").includes("_") && value !== undefined && typeOf(value).startsWith("int_const");
}
