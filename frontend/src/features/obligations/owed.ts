import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { leftOf } from "../../domain/left-of.ts";

/** A receivable with what is still owed of it. */
export interface Owed extends ReceivableRow {
  amount: bigint;
}

export function owedOf(rows: readonly ReceivableRow[]): Owed[] {
  return rows.map((row) => ({ ...row, amount: leftOf(row) }));
}
