import { DomainError } from "../domain-error.ts";
import { decodeXmlText, MAX_INVOICE_BYTES, requireReadableSize } from "./decode-text.ts";
import type { Invoice } from "./invoice.ts";
import { readCii } from "./read-cii.ts";
import { readEinvoice } from "./read-einvoice.ts";
import { readUbl } from "./read-ubl.ts";
import { parseXml } from "./xml-tree.ts";

export interface ReadInvoiceOptions {
  maxBytes?: number;
}

interface Dialect {
  root: string;
  namespace: RegExp;
  read: (...document: Parameters<typeof readUbl>) => Invoice;
}

const DIALECTS: readonly Dialect[] = [
  { root: "Invoice", namespace: /^urn:oasis:names:specification:ubl:schema:xsd:Invoice-2$/, read: readUbl },
  {
    root: "CrossIndustryInvoice",
    namespace: /^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:/,
    read: readCii,
  },
  { root: "EInvoice", namespace: /^/, read: readEinvoice },
];

/**
 * Reads an invoice file: UBL 2.1, UN/CEFACT CII or China's 数电票.
 * @param file The file's bytes, in the encoding that it declares; or its text.
 * @throws DomainError whose code begins with `Invoice`
 */
export function readInvoice(
  file: Uint8Array | string,
  { maxBytes = MAX_INVOICE_BYTES }: ReadInvoiceOptions = {},
): Invoice {
  requireReadableSize(file.length, maxBytes);
  const { root, namespace } = parseXml(typeof file === "string" ? file : decodeXmlText(file));
  const dialect = DIALECTS.find((known) => known.root === root.name && known.namespace.test(namespace));
  if (dialect) return dialect.read(root);
  if (root.name === "CreditNote") throw new DomainError("InvoiceIsCreditNote", { type: "CreditNote" });
  throw new DomainError("InvoiceFormatUnknown", { root: root.name.slice(0, 60), namespace: namespace.slice(0, 160) });
}
