import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { type Hex, isHex, size } from "viem";
import { DomainError } from "./domain-error.ts";

/** What the root binds, in the tree's order. Each can be shown and proved without the others. */
export const DOCUMENT_FIELDS = [
  "format",
  "number",
  "issueDate",
  "invoiceDueDate",
  "agreedDueDate",
  "currency",
  "payableMinor",
  "sellerIdentity",
  "buyerIdentity",
  "fileSha256",
] as const;
const LEAF = ["string", "string", "bytes32"];

export type DocumentField = (typeof DOCUMENT_FIELDS)[number];
/** Dates in ISO form, `invoiceDueDate` empty when the file has none; amounts as decimal strings of minor units; hashes in hex. */
export type DocumentFacts = Readonly<Record<DocumentField, string>>;

interface SealedField {
  field: DocumentField;
  value: string;
  /** 32 random bytes; without them a short value could be guessed from its leaf. */
  salt: Hex;
}

export interface SealedDocument {
  root: Hex;
  fields: SealedField[];
}

export interface FieldProof extends SealedField {
  proof: Hex[];
}

export function sealDocument(facts: DocumentFacts, randomSalt: () => Hex): SealedDocument {
  const fields = DOCUMENT_FIELDS.map((field) => ({ field, value: facts[field], salt: randomSalt() }));
  return { root: rootOf(fields), fields };
}

/**
 * Recomputes the root from the fields.
 * @returns the root, equal to the sealed one.
 * @throws DomainError `SealBroken` | `SealFieldsWrong`
 */
export function verifySeal(sealed: SealedDocument): Hex {
  const computed = rootOf(sealed.fields);
  if (computed !== sealed.root) throw new DomainError("SealBroken", { expected: sealed.root, computed });
  return computed;
}

/** One field with what proves, to somebody who only knows the root, that it was sealed. */
export function proveField(sealed: SealedDocument, field: DocumentField): FieldProof {
  const found = sealed.fields.find((candidate) => candidate.field === field);
  if (!found) throw new DomainError("SealFieldsWrong", { fields: field });
  return { ...found, proof: treeOf(sealed.fields).getProof(leafOf(found)).map(asHex) };
}

export function isFieldProven(root: Hex, proof: FieldProof): boolean {
  return StandardMerkleTree.verify(root, LEAF, leafOf(proof), proof.proof);
}

function rootOf(fields: readonly SealedField[]): Hex {
  return asHex(treeOf(fields).root);
}

function treeOf(fields: readonly SealedField[]): StandardMerkleTree<string[]> {
  const sound =
    fields.length === DOCUMENT_FIELDS.length &&
    fields.every(({ field, salt }, i) => field === DOCUMENT_FIELDS[i] && isSalt(salt));
  if (!sound) throw new DomainError("SealFieldsWrong", { fields: fields.map(({ field }) => field).join(", ") });
  return StandardMerkleTree.of(fields.map(leafOf), LEAF);
}

function leafOf({ field, value, salt }: SealedField): string[] {
  return [field, value, salt];
}

function isSalt(salt: string): boolean {
  return isHex(salt, { strict: true }) && size(salt) === 32;
}

function asHex(text: string): Hex {
  if (!isHex(text)) throw new DomainError("SealFieldsWrong", { fields: text });
  return text;
}
