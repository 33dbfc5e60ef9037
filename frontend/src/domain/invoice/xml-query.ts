import { DomainError } from "../domain-error.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Every element at a path such as "Party/PartyTaxScheme", in the document's order. */
export function findAll(from: XmlElement, path: string): XmlElement[] {
  return path
    .split("/")
    .reduce(
      (found, name) => found.flatMap((element) => element.children.filter((child) => child.name === name)),
      [from],
    );
}

/**
 * The only element at a path.
 * @throws DomainError `InvoiceFieldRepeated`
 */
export function findOne(from: XmlElement, path: string): XmlElement | null {
  const found = findAll(from, path);
  if (found.length > 1)
    throw new DomainError("InvoiceFieldRepeated", { path: `${from.path}/${path}`, count: found.length });
  return found[0] ?? null;
}

/** The text of the only element at a path; null when there is none, or it is empty. */
export function findText(from: XmlElement, path: string): string | null {
  return findOne(from, path)?.text || null;
}

/** The first text that is not empty among all elements at the paths. */
export function firstText(from: XmlElement, ...paths: string[]): string | null {
  return paths.flatMap((path) => findAll(from, path)).find(({ text }) => text !== "")?.text ?? null;
}
