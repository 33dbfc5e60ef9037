/** A node of the compiler's syntax tree. Which other fields it has depends on `nodeType`; `field`, `child` and `children` read them. */
export interface AstNode {
  id: number;
  nodeType: string;
  /** `start:length:file`, in bytes. */
  src: string;
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value && "id" in value;
}

function fieldOf(node: AstNode, name: string): unknown {
  return Object.entries(node).find(([key]) => key === name)?.[1];
}

/** A field that holds text, or the empty string. */
export function field(node: AstNode, name: string): string {
  const value = fieldOf(node, name);
  return typeof value === "string" ? value : "";
}

export function flag(node: AstNode, name: string): boolean {
  return fieldOf(node, name) === true;
}

export function reference(node: AstNode): number | undefined {
  const id = fieldOf(node, "referencedDeclaration");
  return typeof id === "number" ? id : undefined;
}

export function child(node: AstNode, name: string): AstNode | undefined {
  const value = fieldOf(node, name);
  return isNode(value) ? value : undefined;
}

export function children(node: AstNode, name: string): AstNode[] {
  const value = fieldOf(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** All nodes directly below, in the order of the text. */
export function below(node: AstNode): AstNode[] {
  const found = Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]));
  return found.filter(isNode).sort((a, b) => startOf(a) - startOf(b));
}

/** The type of an expression; `common` for the type in which an operation is done. */
export function typeOf(node: AstNode, name: "typeDescriptions" | "commonType" = "typeDescriptions"): string {
  const value = fieldOf(node, name);
  if (typeof value !== "object" || value === null || !("typeString" in value)) return "";
  return typeof value.typeString === "string" ? value.typeString : "";
}

export function startOf(node: AstNode): number {
  return Number(node.src.split(":")[0]);
}

export function endOf(node: AstNode): number {
  return startOf(node) + Number(node.src.split(":")[1]);
}
