type InvoiceFormat = "ubl" | "cii" | "einvoice";

export interface PartyId {
  /** "USCC", "LEI" or "VAT" where the file says so or the number proves it; otherwise the file's own scheme code, or null. */
  scheme: string | null;
  /** As written in the file. */
  id: string;
}

export interface Party {
  name: string;
  ids: PartyId[];
}

/** What a file says of one invoice. Dates are ISO dates. */
export interface Invoice {
  format: InvoiceFormat;
  number: string;
  issueDate: string;
  /** Null when the file does not give one: people are asked for it. */
  dueDate: string | null;
  currency: string;
  /** What is still owed; less than the invoice's total when a part was paid before. */
  payableMinor: bigint;
  seller: Party;
  buyer: Party;
}
