import { type Hex, numberToHex } from "viem";
import { dayFromIso } from "../../domain/day-count.ts";
import { type DocumentFacts, type SealedDocument, sealDocument } from "../../domain/document-root.ts";
import { receivableId } from "../../domain/ids.ts";
import type { Invoice } from "../../domain/invoice/invoice.ts";
import { invoiceKey } from "../../domain/invoice-key.ts";

const STATUS_MASK = 0xfn;
const REGISTERED = 1n;
const CONFIRMED = 4n;

export interface RegistrationParties {
  obligor: Hex;
  sellerIdentity: Hex;
  buyerIdentity: Hex;
  currency: number;
}

/** What goes to the ledger and to the vault for one invoice. */
export interface Registration {
  receivableId: bigint;
  sealed: SealedDocument;
  terms: {
    obligor: Hex;
    invoiceKey: Hex;
    face: bigint;
    dueDay: number;
    currency: number;
    documentRoot: Hex;
  };
}

export function invoiceReceivableId(invoice: Invoice, sellerIdentity: Hex, buyerIdentity: Hex): bigint {
  return receivableId(buyerIdentity, sellerIdentity, keyOf(invoice));
}

/** As the index and the vault write it. */
export function receivableHex(id: bigint): Hex {
  return numberToHex(id, { size: 24 });
}

/** Where an id stands by the low byte of its word: free to register, waiting for the obligor, or taken for good. */
export function standingOf(word: bigint): "free" | "registered" | "taken" {
  const status = word & STATUS_MASK;
  if (status === REGISTERED) return "registered";
  return status >= CONFIRMED ? "taken" : "free";
}

/** Seals the file's facts with the due date agreed, and derives the terms that the obligor will confirm. */
export function prepareRegistration(
  invoice: Invoice,
  parties: RegistrationParties,
  file: { sha256: Hex; agreedDueDate: string },
  randomSalt: () => Hex,
): Registration {
  const facts: DocumentFacts = {
    format: invoice.format,
    number: invoice.number,
    issueDate: invoice.issueDate,
    invoiceDueDate: invoice.dueDate ?? "",
    agreedDueDate: file.agreedDueDate,
    currency: invoice.currency,
    payableMinor: invoice.payableMinor.toString(),
    sellerIdentity: parties.sellerIdentity,
    buyerIdentity: parties.buyerIdentity,
    fileSha256: file.sha256,
  };
  const sealed = sealDocument(facts, randomSalt);
  const terms = {
    obligor: parties.obligor,
    invoiceKey: keyOf(invoice),
    face: invoice.payableMinor,
    dueDay: dayFromIso(file.agreedDueDate),
    currency: parties.currency,
    documentRoot: sealed.root,
  };
  return { receivableId: invoiceReceivableId(invoice, parties.sellerIdentity, parties.buyerIdentity), sealed, terms };
}

function keyOf({ number, issueDate }: Invoice): Hex {
  return invoiceKey(number, Number(issueDate.slice(0, 4)));
}
