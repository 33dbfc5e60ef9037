import type { Log } from "viem";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { failureOfRevert } from "../../app/transaction/failureOf.ts";
import { useFailureText } from "../../app/transaction/useFailureText.ts";
import { batchOutcome } from "./batch-outcome.ts";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { useText } from "./useText.ts";

/** What the ledger accepted and what it refused, each with its reason. */
export function BatchReceipt({ rows, logs }: { rows: readonly ReceivableRow[]; logs: Log[] }) {
  const t = useText();
  const failureText = useFailureText();
  const { confirmed, refused, untold } = batchOutcome(rows, logs);
  const refusals = new Map(refused.map(({ row, refusal }) => [row.id, refusal]));
  const reasonOf = ({ id }: ReceivableRow) => {
    const { advice, detail } = failureText(failureOfRevert(refusals.get(id) ?? "0x"));
    return [advice, detail].filter((part) => part !== undefined).join(" ");
  };
  return (
    <div className="grid gap-3">
      <p className="font-semibold">{t("many.done", { count: confirmed.length })}</p>
      {confirmed.length > 0 && (
        <div data-testid="batch-confirmed">
          <InvoiceLines rows={confirmed} />
        </div>
      )}
      {refused.length > 0 && (
        <div data-testid="batch-refused" className="grid gap-1">
          <p className="font-semibold text-danger">{t("many.refused", { count: refused.length })}</p>
          <InvoiceLines rows={refused.map(({ row }) => row)} note={reasonOf} />
        </div>
      )}
      {untold.length > 0 && (
        <div className="grid gap-1">
          <p className="font-semibold text-danger">{t("many.untold")}</p>
          <InvoiceLines rows={untold} />
        </div>
      )}
    </div>
  );
}
