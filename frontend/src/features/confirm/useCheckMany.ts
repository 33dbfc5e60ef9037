import { useMutation } from "@tanstack/react-query";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { ServerError } from "../../app/data/server.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useSession } from "../../app/session/useSession.ts";
import { checkDocument } from "./check-document.ts";
import type { DocumentCheck } from "./document-checks.ts";

/** Why an invoice is left out of a batch. */
export type Obstacle = { failed: DocumentCheck[] } | { code: string; message: string };

export interface CheckedBatch {
  /** Their documents are what would be signed. */
  matching: ReceivableRow[];
  leftOut: { row: ReceivableRow; obstacle: Obstacle }[];
}

/** Documents that are read at the same time. */
const AT_ONCE = 4;

/** Checks the documents of several invoices, once, when the obligor asks: what is signed is what was shown. */
export function useCheckMany() {
  const { fetchAsUser } = useSession();
  const { currencies } = useDeployment();
  const { data: participants } = useParticipants();
  return useMutation({
    mutationFn: async (rows: readonly ReceivableRow[]): Promise<CheckedBatch> => {
      if (!participants) throw new Error("The participants are not read yet.");
      const checked: CheckedBatch = { matching: [], leftOut: [] };
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const part = rows.slice(at, at + AT_ONCE);
        const obstacles = await Promise.all(
          part.map((row) => checkDocument(fetchAsUser, row, { currencies, participants }).catch(unreadable)),
        );
        part.forEach((row, i) => {
          const found = obstacles[i] ?? [];
          if (!Array.isArray(found)) checked.leftOut.push({ row, obstacle: found });
          else if (found.length > 0) checked.leftOut.push({ row, obstacle: { failed: found } });
          else checked.matching.push(row);
        });
      }
      return checked;
    },
  });
}

function unreadable(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) throw error;
  return { code: error instanceof ServerError ? error.code : "other", message: error.message };
}
