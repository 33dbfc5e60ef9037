import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { uint48 } from "../../app/transaction/uint48.ts";

/** The very terms that were registered; the ledger refuses any others. */
export function registeredTerms({ obligor, invoiceKey, face, dueDay, currency, documentRoot }: ReceivableRow) {
  return { obligor, invoiceKey, face: uint48(face), dueDay, currency, documentRoot };
}
