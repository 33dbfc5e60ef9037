import { DomainError } from "../domain-error.ts";

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Replaces the references that XML has without a DTD: five names, and characters by number.
 * @throws DomainError `InvoiceNotXml`
 */
export function decodeReferences(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (reference, name: string) => {
    const character = PREDEFINED.get(name) ?? characterByNumber(name);
    if (character === null || !reference.endsWith(";")) {
      throw new DomainError("InvoiceNotXml", { reason: `${reference.slice(0, 40)} stands for nothing` });
    }
    return character;
  });
}

function characterByNumber(name: string): string | null {
  const match = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (!match) return null;
  const code = match[1] === undefined ? Number.parseInt(match[2] ?? "", 10) : Number.parseInt(match[1], 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}
