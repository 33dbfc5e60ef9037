import { createHash } from "node:crypto";
import { numberToHex } from "viem";
import { z } from "zod";
import { dayFromIso } from "../../../../frontend/src/domain/day-count.ts";
import {
  DOCUMENT_FIELDS,
  type DocumentFacts,
  type DocumentField,
  type SealedDocument,
  verifySeal,
} from "../../../../frontend/src/domain/document-root.ts";
import { receivableId } from "../../../../frontend/src/domain/ids.ts";
import { identitiesOf } from "../../../../frontend/src/domain/invoice/party-ids.ts";
import { readInvoice } from "../../../../frontend/src/domain/invoice/read-invoice.ts";
import { invoiceKey } from "../../../../frontend/src/domain/invoice-key.ts";
import { hex } from "./hexSchema.ts";
import { Refusal } from "./refusal.ts";

/** A sealed document as it comes over the wire; `verifySeal` has the last word on its fields. */
export const sealedSchema = z.object({
  root: hex(32),
  fields: z
    .array(z.object({ field: z.enum(DOCUMENT_FIELDS), value: z.string().max(500), salt: hex(32) }))
    .length(DOCUMENT_FIELDS.length),
});

export function factsOf({ fields }: SealedDocument): DocumentFacts {
  const valueFor = (wanted: DocumentField) => fields.find(({ field }) => field === wanted)?.value ?? "";
  return {
    format: valueFor("format"),
    number: valueFor("number"),
    issueDate: valueFor("issueDate"),
    invoiceDueDate: valueFor("invoiceDueDate"),
    agreedDueDate: valueFor("agreedDueDate"),
    currency: valueFor("currency"),
    payableMinor: valueFor("payableMinor"),
    sellerIdentity: valueFor("sellerIdentity"),
    buyerIdentity: valueFor("buyerIdentity"),
    fileSha256: valueFor("fileSha256"),
  };
}

/**
 * Reads the file again and holds the sealed facts against it.
 * @returns the facts, now known to be the file's and to belong to the receivable.
 * @throws Refusal; DomainError when the file is no sound invoice or the seal is broken
 */
export function requireTrueSeal(id: string, file: Uint8Array, sealed: SealedDocument): DocumentFacts {
  verifySeal(sealed);
  const facts = factsOf(sealed);
  const invoice = readInvoice(file);
  const read: Partial<DocumentFacts> = {
    format: invoice.format,
    number: invoice.number,
    issueDate: invoice.issueDate,
    invoiceDueDate: invoice.dueDate ?? "",
    currency: invoice.currency,
    payableMinor: invoice.payableMinor.toString(),
    fileSha256: `0x${createHash("sha256").update(file).digest("hex")}`,
  };
  const differing = DOCUMENT_FIELDS.filter((field) => read[field] !== undefined && read[field] !== facts[field]);
  const parties = { sellerIdentity: invoice.seller, buyerIdentity: invoice.buyer };
  for (const field of ["sellerIdentity", "buyerIdentity"] as const) {
    if (!identitiesOf(parties[field]).some(({ hash }) => hash === facts[field])) differing.push(field);
  }
  if (differing.length > 0) {
    throw new Refusal(422, "FactsDiffer", `The sealed facts are not those of the file: ${differing.join(", ")}.`);
  }
  dayFromIso(facts.agreedDueDate);
  requireOwnReceivable(id, facts);
  return facts;
}

function requireOwnReceivable(id: string, { number, issueDate, sellerIdentity, buyerIdentity }: DocumentFacts): void {
  const [seller, buyer] = [hex(20).parse(sellerIdentity), hex(20).parse(buyerIdentity)];
  const key = invoiceKey(number, Number(issueDate.slice(0, 4)));
  const computed = numberToHex(receivableId(buyer, seller, key), { size: 24 });
  if (computed !== id)
    throw new Refusal(422, "ReceivableDiffers", `This invoice makes receivable ${computed}, not ${id}.`);
}
