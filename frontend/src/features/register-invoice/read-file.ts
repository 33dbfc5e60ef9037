import { bytesToHex, type Hex } from "viem";
import { DomainError } from "../../domain/domain-error.ts";
import { MAX_INVOICE_BYTES, requireReadableSize } from "../../domain/invoice/decode-text.ts";
import type { Invoice } from "../../domain/invoice/invoice.ts";
import { readInvoice } from "../../domain/invoice/read-invoice.ts";

export interface InvoiceFile {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: Hex;
  invoice: Invoice;
}

/** A file as far as it could be read. */
export interface DroppedFile {
  key: string;
  fileName: string;
  content: { kind: "invoice"; file: InvoiceFile } | { kind: "refused"; error: DomainError } | { kind: "unreadable" };
}

/** Reads a dropped file here in the browser; nothing leaves it. */
export async function readDroppedFile(dropped: File): Promise<DroppedFile> {
  const fileName = dropped.name;
  const key = crypto.randomUUID();
  try {
    requireReadableSize(dropped.size, MAX_INVOICE_BYTES);
    const bytes = new Uint8Array(await dropped.arrayBuffer());
    const invoice = readInvoice(bytes);
    const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    return { key, fileName, content: { kind: "invoice", file: { fileName, bytes, sha256, invoice } } };
  } catch (error) {
    if (error instanceof DomainError) return { key, fileName, content: { kind: "refused", error } };
    // The file was moved, changed or locked since it was chosen.
    if (error instanceof DOMException) return { key, fileName, content: { kind: "unreadable" } };
    throw error;
  }
}

export function randomSalt(): Hex {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}
