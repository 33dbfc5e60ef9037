import { useQuery } from "@tanstack/react-query";
import { sha256 } from "viem";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { ServerError } from "../../app/data/server.ts";
import { downloadFile, useInvoice, type VaultInvoice } from "../../app/data/vault.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useSession } from "../../app/session/useSession.ts";
import { registeredFacts } from "./check-document.ts";
import { type DocumentCheck, failedChecks, type Registered } from "./document-checks.ts";

/** Whether what is shown is what would be signed. Only "matches" lets the obligor go on. */
export type DocumentState =
  | { state: "running" }
  | { state: "signedOut" }
  | { state: "unavailable"; code: string; message: string; retry: () => void }
  | { state: "blocked"; failed: DocumentCheck[]; invoice: VaultInvoice }
  | { state: "matches"; invoice: VaultInvoice };

/** Reads the invoice and its file, and holds both against the registration on chain. */
export function useDocumentCheck(receivable: ReceivableRow): DocumentState {
  const { session, status } = useSession();
  const invoice = useInvoice(receivable.id);
  const fileHash = useFileHash(receivable, invoice.data !== undefined);
  const registered = useRegistered(receivable);

  if (!session) return { state: status === "signing-in" ? "running" : "signedOut" };
  const error = invoice.error ?? fileHash.error;
  if (error) {
    const retry = () => void Promise.all([invoice.refetch(), invoice.data && fileHash.refetch()]);
    return {
      state: "unavailable",
      code: error instanceof ServerError ? error.code : "other",
      message: error.message,
      retry,
    };
  }
  if (!invoice.data || fileHash.data === undefined || !registered) return { state: "running" };
  const { facts, fields } = invoice.data;
  const failed = failedChecks({ facts, fields, fileSha256: fileHash.data }, registered);
  return failed.length > 0
    ? { state: "blocked", failed, invoice: invoice.data }
    : { state: "matches", invoice: invoice.data };
}

/** The hash of the bytes that this browser received. */
function useFileHash({ id, documentRoot }: ReceivableRow, enabled: boolean) {
  const { session, fetchAsUser } = useSession();
  return useQuery({
    queryKey: ["document", id, documentRoot, session?.account],
    enabled: enabled && session !== null,
    queryFn: async () => sha256(await downloadFile(fetchAsUser, id)),
    retry: false,
  });
}

function useRegistered(receivable: ReceivableRow): Registered | null {
  const { currencies } = useDeployment();
  const { data: participants } = useParticipants();
  return participants ? registeredFacts(receivable, { currencies, participants }) : null;
}
