import { useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { inOneTransaction } from "../../app/transaction/inOneTransaction.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { ReasonField } from "./ReasonField.tsx";
import type { RefusalReason } from "./reasons.ts";
import { summaryOf } from "./selection.ts";
import { registeredTerms } from "./terms.ts";
import { useText } from "./useText.ts";

interface RefuseManyReviewProps {
  receivables: readonly ReceivableRow[];
  onClose: () => void;
}

/** Several invoices refused for one reason in one transaction: all of them, or none. */
export function RefuseManyReview({ receivables, onClose }: RefuseManyReviewProps) {
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  const [reason, setReason] = useState<RefusalReason>("1");
  const { count, totals } = summaryOf(receivables);
  const on = { address: addresses.ledger, abi: ledgerAbi, functionName: "refuse" } as const;
  const refusals = receivables.map((row) =>
    contractCall({ ...on, args: [row.creditor, registeredTerms(row), Number(reason)] }),
  );
  const call = inOneTransaction(addresses.ledger, refusals);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("many.refuseTitle", { count })}
      facts={[{ label: t("many.total"), value: totals.map(([currency, face]) => money(face, currency)).join(" · ") }]}
      confirmLabel={t("many.refuseButton", { count })}
      steps={[{ name: t("refuse.step"), call }]}
      outcome={() => t("many.refuseDone", { count, reason: t(`refuse.${reason}`) })}
    >
      <ReasonField reason={reason} onReason={setReason} />
      <InvoiceLines rows={receivables} />
      <p>{t("many.refuseEffect")}</p>
    </ActionReview>
  );
}
