import { DomainError } from "../domain-error.ts";

/** Larger files are refused before anything looks at their content. */
export const MAX_INVOICE_BYTES = 5 * 1024 * 1024;

const BYTE_ORDER_MARKS: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  // Not marks, but the "<" that every XML file starts with.
  { encoding: "utf-16be", bytes: [0x00, 0x3c] },
  { encoding: "utf-16le", bytes: [0x3c, 0x00] },
];

/** @throws DomainError `InvoiceTooLarge` */
export function requireReadableSize(bytes: number, maxBytes = MAX_INVOICE_BYTES): void {
  if (bytes > maxBytes) throw new DomainError("InvoiceTooLarge", { bytes, maxBytes });
}

/**
 * The text of an XML file, in the encoding that its first bytes or its declaration name.
 * @throws DomainError `InvoiceEncodingUnreadable` when the bytes are not in that encoding, or nobody knows it
 */
export function decodeXmlText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DomainError("InvoiceEncodingUnreadable", { encoding }, { cause });
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return BYTE_ORDER_MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))?.encoding;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}
