import { sha256 } from "viem";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { downloadFile, type VaultInvoice } from "../../app/data/vault.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import type { SessionAccess } from "../../app/session/useSession.ts";
import { type DocumentCheck, failedChecks, type Registered } from "./document-checks.ts";

interface Parties {
  currencies: readonly Currency[];
  participants: readonly { account: string; identity: string }[];
}

/** What is registered on chain, in the document's own terms. */
export function registeredFacts(receivable: ReceivableRow, { currencies, participants }: Parties): Registered {
  const identityOf = (account: string) => participants.find((known) => known.account === account)?.identity ?? "";
  return {
    documentRoot: receivable.documentRoot,
    face: receivable.face,
    dueDay: receivable.dueDay,
    currency: currencies.find(({ index }) => index === receivable.currency)?.code ?? "",
    obligorIdentity: identityOf(receivable.obligor),
    creditorIdentity: identityOf(receivable.creditor),
  };
}

/**
 * Reads the invoice and its file, and holds both against the registration on chain.
 * @returns the checks that failed.
 * @throws ServerError when the document can't be read.
 */
export async function checkDocument(
  fetchAsUser: SessionAccess["fetchAsUser"],
  receivable: ReceivableRow,
  parties: Parties,
): Promise<DocumentCheck[]> {
  const answer = await fetchAsUser(`/invoices/${receivable.id.toLowerCase()}`);
  const invoice: VaultInvoice = await answer.json();
  const fileSha256 = sha256(await downloadFile(fetchAsUser, receivable.id));
  return failedChecks(
    { facts: invoice.facts, fields: invoice.fields, fileSha256 },
    registeredFacts(receivable, parties),
  );
}
