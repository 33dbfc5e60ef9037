import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { leftOf } from "../../domain/left-of.ts";

/** A receivable with what is still owed of it. */
export interface Owed extends ReceivableRow {
  amount: bigint;
}

/** Those of which nothing is owed any more are no obligations. */
export function owedOf(rows: readonly ReceivableRow[]): Owed[] {
  return rows.map((row) => ({ ...row, amount: leftOf(row) })).filter(({ amount }) => amount > 0n);
}
