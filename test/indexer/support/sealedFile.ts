import { createHash, randomBytes } from "node:crypto";
import { numberToHex, toHex } from "viem";
import { isoFromDay } from "../../../frontend/src/domain/day-count.ts";
import { type DocumentFacts, type SealedDocument, sealDocument } from "../../../frontend/src/domain/document-root.ts";
import { identityHash } from "../../../frontend/src/domain/identifiers.ts";
import { receivableId } from "../../../frontend/src/domain/ids.ts";
import { invoiceKey } from "../../../frontend/src/domain/invoice-key.ts";
import type { Actor } from "../../../scripts/demo/actors.ts";
import { invoiceFile } from "../../../scripts/demo/invoiceFile.ts";
import type { DemoCompany } from "../../../scripts/demo-companies.ts";
import type { TermsStruct } from "../../../types/contracts/interfaces/ILedger.js";

export interface SealedFile {
  path: string;
  bytes: Uint8Array;
  body: { file: string; fileName: string; sealed: SealedDocument };
  terms: TermsStruct;
}

const FACE = 50_000_00n;

/** An invoice as the register screen would send it; `change` makes it lie. */
export function sealedFile(
  number: string,
  { seller, buyer, today }: { seller: Actor; buyer: Actor; today: number },
  change: Partial<DocumentFacts> = {},
): SealedFile {
  const [issueDate, dueDate] = [isoFromDay(today - 3), isoFromDay(today + 60)];
  const parties = { seller: seller.company, buyer: buyer.company };
  const bytes = invoiceFile({ number, issueDate, dueDate, payableMinor: FACE, ...parties });
  const identities = { sellerIdentity: identityOf(seller.company), buyerIdentity: identityOf(buyer.company) };
  const facts: DocumentFacts = {
    format: "ubl",
    number,
    issueDate,
    invoiceDueDate: dueDate,
    agreedDueDate: dueDate,
    currency: "CNY",
    payableMinor: FACE.toString(),
    ...identities,
    fileSha256: `0x${createHash("sha256").update(bytes).digest("hex")}`,
    ...change,
  };
  const sealed = sealDocument(facts, () => toHex(randomBytes(32)));
  const key = invoiceKey(number, Number(issueDate.slice(0, 4)));
  const id = receivableId(identities.buyerIdentity, identities.sellerIdentity, key);
  const terms = {
    obligor: buyer.address,
    invoiceKey: key,
    face: FACE,
    dueDay: today + 60,
    currency: 1,
    documentRoot: sealed.root,
  };
  const file = Buffer.from(bytes).toString("base64");
  const path = `/invoices/${numberToHex(id, { size: 24 })}`;
  return { path, bytes, body: { file, fileName: `${number}.xml`, sealed }, terms };
}

function identityOf({ scheme, number }: DemoCompany) {
  return identityHash(scheme, number);
}
