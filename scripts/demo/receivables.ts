import { createHash, randomBytes } from "node:crypto";
import { hexlify, keccak256, toUtf8Bytes } from "ethers";
import type { Hex } from "viem";
import { isoFromDay } from "../../frontend/src/domain/day-count.ts";
import { type DocumentFacts, sealDocument } from "../../frontend/src/domain/document-root.ts";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { receivableId } from "../../frontend/src/domain/ids.ts";
import { readInvoice } from "../../frontend/src/domain/invoice/read-invoice.ts";
import { invoiceKey } from "../../frontend/src/domain/invoice-key.ts";
import type { TermsStruct } from "../../types/contracts/interfaces/ILedger.js";
import { settled } from "../deployment/settled.ts";
import type { Actor } from "./actors.ts";
import { invoiceFile } from "./invoiceFile.ts";

const POLICY_VERSION = 1;
const CNY_INDEX = 1;

export interface RegisteredInvoice {
  id: bigint;
  face: bigint;
  terms: TermsStruct;
}

export interface InvoicePlan {
  number: string;
  issueDay: number;
  dueDay: number;
  face: bigint;
}

/** As the register screen does it: file → facts → seal → vault → chain. */
export async function register(seller: Actor, buyer: Actor, plan: InvoicePlan): Promise<RegisteredInvoice> {
  const [issueDate, dueDate] = [isoFromDay(plan.issueDay), isoFromDay(plan.dueDay)];
  const parties = { seller: seller.company, buyer: buyer.company };
  const file = invoiceFile({ number: plan.number, issueDate, dueDate, payableMinor: plan.face, ...parties });
  const read = readInvoice(file);
  const [sellerIdentity, buyerIdentity] = [identityOf(seller), identityOf(buyer)];
  const facts: DocumentFacts = {
    format: read.format,
    number: read.number,
    issueDate: read.issueDate,
    invoiceDueDate: read.dueDate ?? "",
    agreedDueDate: dueDate,
    currency: read.currency,
    payableMinor: read.payableMinor.toString(),
    sellerIdentity,
    buyerIdentity,
    fileSha256: `0x${createHash("sha256").update(file).digest("hex")}`,
  };
  const sealed = sealDocument(facts, () => asHex(hexlify(randomBytes(32))));
  const key = invoiceKey(read.number, Number(read.issueDate.slice(0, 4)));
  const id = receivableId(buyerIdentity, sellerIdentity, key);
  await seller.vault.putInvoice(id, { file, fileName: `${plan.number}.xml`, sealed });
  const terms: TermsStruct = {
    obligor: buyer.address,
    invoiceKey: key,
    face: read.payableMinor,
    dueDay: plan.dueDay,
    currency: CNY_INDEX,
    documentRoot: sealed.root,
  };
  await settled(seller.ledger.register(terms));
  return { id, face: read.payableMinor, terms };
}

export async function confirm(obligor: Actor, creditor: Actor, { terms }: RegisteredInvoice): Promise<void> {
  await settled(obligor.ledger.confirm(creditor.address, terms, POLICY_VERSION));
}

export async function refuse(
  obligor: Actor,
  creditor: Actor,
  { terms }: RegisteredInvoice,
  reason: number,
): Promise<void> {
  await settled(obligor.ledger.refuse(creditor.address, terms, reason));
}

/** The registry's number in clear goes to the vault, its hash to the chain. */
export async function recordRegistryEntry(
  holder: Actor,
  { id }: RegisteredInvoice,
  slice: bigint,
  number: string,
  day: number,
): Promise<void> {
  await holder.vault.waitForBlock((await holder.ledger.runner?.provider?.getBlockNumber()) ?? 0);
  await holder.vault.putRegistryEntry(id, { number, date: isoFromDay(day) });
  const hash = keccak256(toUtf8Bytes(`tallystick.registry.v1|${number}`));
  await settled(holder.ledger.recordRegistryEntry(slice, hash, day));
}

function identityOf({ company }: Actor): Hex {
  return identityHash(company.scheme, company.number);
}

function asHex(text: string): Hex {
  if (!text.startsWith("0x")) throw new Error(`${text} is not hexadecimal.`);
  return text as Hex;
}
