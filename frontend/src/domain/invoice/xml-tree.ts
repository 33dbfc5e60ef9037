import { XMLParser, XMLValidator } from "fast-xml-parser";
import { DomainError } from "../domain-error.ts";
import { decodeReferences } from "./xml-references.ts";

/** An element by its local name: prefixes differ from one invoicing system to the next and mean nothing. */
export interface XmlElement {
  name: string;
  /** Names from the root to here, for messages. */
  path: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** Its own text, without the white space around it. */
  text: string;
}

export interface XmlDocument {
  root: XmlElement;
  /** The root's namespace; empty when it has none. */
  namespace: string;
}

const TEXT = "#text";
const CDATA = "#cdata";
const ATTRIBUTES = ":@";
const FORBIDDEN = /<!(?:DOCTYPE|ENTITY)/i;

// Values stay the text they are: the parser neither reads numbers nor replaces references.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Parses a whole document.
 * @throws DomainError `InvoiceHasDtd` | `InvoiceNotXml`
 */
export function parseXml(source: string): XmlDocument {
  const text = source.replace(/^\uFEFF/, "");
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) throw new DomainError("InvoiceHasDtd", { found: forbidden[0] });
  requireWellFormed(text);
  const roots = nodesOf(parsed(text)).filter((node) => !isText(node));
  const [root] = roots;
  if (!root || roots.length > 1) throw notXml(`it has ${roots.length} root elements instead of one`);
  const prefix = root.tag.includes(":") ? root.tag.slice(0, root.tag.indexOf(":")) : "";
  return {
    root: elementOf(root, ""),
    namespace: attributesOf(root).get(prefix === "" ? "xmlns" : `xmlns:${prefix}`) ?? "",
  };
}

interface Node {
  tag: string;
  content: unknown;
  attributes: unknown;
}

function requireWellFormed(text: string): void {
  const result = XMLValidator.validate(text);
  if (result !== true) throw notXml(`line ${result.err.line}: ${result.err.msg.replace(/\.$/, "")}`);
  if (!text.trimEnd().endsWith(">")) throw notXml("there is text after its last element");
}

function parsed(text: string): unknown {
  try {
    return parser.parse(text);
  } catch (cause) {
    throw notXml(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** The parser's `{ tag: content, ":@": attributes }` as something that can be read. */
function nodesOf(content: unknown): Node[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return [];
    const entries = Object.entries(item);
    const attributes: unknown = entries.find(([key]) => key === ATTRIBUTES)?.[1];
    return entries
      .filter(([key]) => key !== ATTRIBUTES)
      .map(([tag, inner]: [string, unknown]) => ({ tag, content: inner, attributes }));
  });
}

function elementOf(node: Node, parentPath: string): XmlElement {
  const name = node.tag.slice(node.tag.indexOf(":") + 1);
  const path = parentPath === "" ? name : `${parentPath}/${name}`;
  const inner = nodesOf(node.content);
  return {
    name,
    path,
    attributes: attributesOf(node),
    children: inner.filter((child) => !isText(child)).map((child) => elementOf(child, path)),
    text: inner.map(textOf).join("").trim(),
  };
}

function attributesOf(node: Node): Map<string, string> {
  const entries =
    typeof node.attributes === "object" && node.attributes !== null ? Object.entries(node.attributes) : [];
  return new Map(entries.map(([name, value]) => [name, decodeReferences(String(value)).trim()]));
}

function textOf(node: Node): string {
  if (node.tag === TEXT) return decodeReferences(String(node.content));
  if (node.tag !== CDATA) return "";
  return nodesOf(node.content)
    .map((piece) => String(piece.content))
    .join("");
}

function isText(node: Node): boolean {
  return node.tag === TEXT || node.tag === CDATA;
}

function notXml(reason: string, cause?: unknown): DomainError {
  // The parser quotes the file, which may be one endless line.
  const short = reason.replace(/\s+/g, " ").slice(0, 160);
  return new DomainError("InvoiceNotXml", { reason: short }, { cause });
}
