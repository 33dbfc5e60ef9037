import { dayFromIso } from "../../domain/day-count.ts";
import { type DocumentFacts, type SealedDocument, verifySeal } from "../../domain/document-root.ts";
import { DomainError } from "../../domain/domain-error.ts";

/** What is registered on chain. */
export interface Registered {
  documentRoot: string;
  face: bigint;
  dueDay: number;
  /** ISO code of its currency. */
  currency: string;
  obligorIdentity: string;
  creditorIdentity: string;
}

/** What the vault shows for it; `fileSha256` is computed from the file's bytes in this browser. */
export interface ShownDocument {
  facts: DocumentFacts;
  fields: SealedDocument["fields"];
  fileSha256: string;
}

export type DocumentCheck = "seal" | "facts" | "file" | "amount" | "currency" | "dueDay" | "obligor" | "creditor";

/** Holds the document that is shown against what is about to be signed. @returns the checks that failed. */
export function failedChecks(shown: ShownDocument, registered: Registered): DocumentCheck[] {
  const { facts } = shown;
  const held: Record<DocumentCheck, boolean> = {
    seal: sealMatches(shown.fields, registered.documentRoot),
    facts: shown.fields.every(({ field, value }) => facts[field] === value),
    file: same(facts.fileSha256, shown.fileSha256),
    amount: facts.payableMinor === registered.face.toString(),
    currency: facts.currency === registered.currency,
    dueDay: dueDayMatches(facts.agreedDueDate, registered.dueDay),
    obligor: same(facts.buyerIdentity, registered.obligorIdentity),
    creditor: same(facts.sellerIdentity, registered.creditorIdentity),
  };
  const all: readonly DocumentCheck[] = [
    "seal",
    "facts",
    "file",
    "amount",
    "currency",
    "dueDay",
    "obligor",
    "creditor",
  ];
  return all.filter((check) => !held[check]);
}

function sealMatches(fields: SealedDocument["fields"], documentRoot: string): boolean {
  return falseOnRefusal(() => {
    const root = documentRoot.toLowerCase();
    return root.startsWith("0x") && same(verifySeal({ root: `0x${root.slice(2)}`, fields }), documentRoot);
  });
}

function dueDayMatches(iso: string, dueDay: number): boolean {
  return falseOnRefusal(() => dayFromIso(iso) === dueDay);
}

function same(a: string, b: string): boolean {
  return a !== "" && a.toLowerCase() === b.toLowerCase();
}

function falseOnRefusal(check: () => boolean): boolean {
  try {
    return check();
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
