import type { Address, Hex } from "viem";
import type { DocumentFacts, SealedDocument } from "../../domain/document-root.ts";
import type { IdentityScheme } from "../../domain/identifiers.ts";
import { callServer } from "./server.ts";

/** What the vault tells of an invoice to those who may read it. */
export interface VaultInvoice {
  receivableId: Hex;
  documentRoot: Hex;
  facts: DocumentFacts;
  fields: SealedDocument["fields"];
  fileName: string;
  fileSha256: Hex;
  storedAt: string;
  shownTo: { account: Address; by: Address; at: string }[];
  registryEntries: VaultRegistryEntry[];
}

/** An entry in the movable-property registry, its number in clear. Days as ISO dates. */
export interface VaultRegistryEntry {
  number: string;
  date: string;
  entryHash: Hex;
  by: Address;
  at: string;
}

export interface NameEntry {
  account: Address;
  name: string;
  nameZh: string | null;
  scheme: IdentityScheme;
  number: string;
}

/** All of these throw ServerError with the vault's code: NotSignedIn, MayNotRead, InvoiceUnknown, FactsDiffer, … */
export async function getInvoice(token: string, receivableId: Hex, signal?: AbortSignal): Promise<VaultInvoice> {
  const response = await callServer(`/invoices/${receivableId.toLowerCase()}`, {
    token,
    ...(signal ? { signal } : {}),
  });
  return await response.json();
}

/** Keeps a file with its sealed facts, before it is registered on chain; again the same is no harm. */
export async function putInvoice(
  token: string,
  receivableId: Hex,
  invoice: { file: Uint8Array; fileName: string; sealed: SealedDocument },
): Promise<void> {
  const body = { ...invoice, file: toBase64(invoice.file) };
  await callServer(`/invoices/${receivableId.toLowerCase()}`, { method: "PUT", token, body });
}

/** The invoice file's bytes as they were stored. */
export async function downloadFile(token: string, receivableId: Hex): Promise<Uint8Array<ArrayBuffer>> {
  const response = await callServer(`/invoices/${receivableId.toLowerCase()}/file`, { token });
  return new Uint8Array(await response.arrayBuffer());
}

/** The operator writes down whose identity it is. */
export async function putName(token: string, identity: Hex, entry: NameEntry): Promise<void> {
  await callServer(`/directory/${identity.toLowerCase()}`, { method: "PUT", token, body: entry });
}

/** A holder keeps the registry's number in clear; the ledger keeps its hash. */
export async function putRegistryEntry(
  token: string,
  receivableId: Hex,
  entry: { number: string; date: string },
): Promise<VaultRegistryEntry> {
  const path = `/invoices/${receivableId.toLowerCase()}/registry-entry`;
  const response = await callServer(path, { method: "PUT", token, body: entry });
  return await response.json();
}

const BASE64_CHUNK = 32_768;

function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += BASE64_CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + BASE64_CHUNK)));
  }
  return btoa(chunks.join(""));
}
