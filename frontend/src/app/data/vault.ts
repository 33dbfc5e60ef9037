import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { DocumentFacts, SealedDocument } from "../../domain/document-root.ts";
import type { IdentityScheme } from "../../domain/identifiers.ts";
import { type SessionAccess, useSession } from "../session/useSession.ts";

/** `useSession().fetchAsUser`: the vault answers only who is signed in. */
type UserFetch = SessionAccess["fetchAsUser"];

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

/**
 * An invoice's facts, for those who may read it: signed out, it is not asked for. `error` is a ServerError with the vault's code:
 * MayNotRead, InvoiceUnknown, NotParticipant, Unreachable.
 */
export function useInvoice(receivableId: Hex) {
  const { session, fetchAsUser } = useSession();
  const id = receivableId.toLowerCase();
  return useQuery({
    queryKey: ["index", "invoice", id, session?.account],
    enabled: session !== null,
    queryFn: async ({ signal }): Promise<VaultInvoice> => (await fetchAsUser(`/invoices/${id}`, { signal })).json(),
    retry: false,
  });
}

/**
 * Keeps a file with its sealed facts, before it is registered on chain; the same again does no harm.
 * @throws ServerError `FactsDiffer` | `ReceivableDiffers` | `NotSeller` | `BuyerNotAdmitted` | `AlreadyConfirmed` | …
 */
export async function putInvoice(
  fetchAsUser: UserFetch,
  receivableId: Hex,
  invoice: { file: Uint8Array; fileName: string; sealed: SealedDocument },
): Promise<void> {
  const body = { ...invoice, file: toBase64(invoice.file) };
  await fetchAsUser(`/invoices/${receivableId.toLowerCase()}`, { method: "PUT", body });
}

/** The invoice file's bytes as they were stored. @throws ServerError */
export async function downloadFile(fetchAsUser: UserFetch, receivableId: Hex): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchAsUser(`/invoices/${receivableId.toLowerCase()}/file`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The operator writes down whose identity it is. @throws ServerError `NotOperator` | `IdentityDiffers` | `AccountDiffers` | … */
export async function putName(fetchAsUser: UserFetch, identity: Hex, entry: NameEntry): Promise<void> {
  await fetchAsUser(`/directory/${identity.toLowerCase()}`, { method: "PUT", body: entry });
}

/** A holder keeps the registry's number in clear; the ledger keeps its hash. @throws ServerError `NotHolder` | … */
export async function putRegistryEntry(
  fetchAsUser: UserFetch,
  receivableId: Hex,
  entry: { number: string; date: string },
): Promise<VaultRegistryEntry> {
  const path = `/invoices/${receivableId.toLowerCase()}/registry-entry`;
  return (await fetchAsUser(path, { method: "PUT", body: entry })).json();
}

const BASE64_CHUNK = 32_768;

function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += BASE64_CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + BASE64_CHUNK)));
  }
  return btoa(chunks.join(""));
}

export interface StandingReason {
  action: "suspend" | "restore";
  reason: string;
  by: Address;
  /** ISO time. */
  at: string;
}

/** Why organisations were suspended or restored, by identity: all for operator and supervisor, its own for anybody else. */
export function useStandingReasons() {
  const { session, fetchAsUser } = useSession();
  return useQuery({
    queryKey: ["index", "standingReasons", session?.account],
    enabled: session !== null,
    queryFn: async ({ signal }): Promise<{ identity: Hex; reasons: StandingReason[] }[]> =>
      (await fetchAsUser("/standing", { signal })).json(),
    retry: false,
  });
}

/** The operator writes down why. @throws ServerError `NotOperator` | `IdentityUnknown` | `ListFull` | … */
export async function postStandingReason(
  fetchAsUser: UserFetch,
  identity: Hex,
  entry: Pick<StandingReason, "action" | "reason">,
): Promise<void> {
  await fetchAsUser(`/standing/${identity.toLowerCase()}`, { method: "POST", body: entry });
}
