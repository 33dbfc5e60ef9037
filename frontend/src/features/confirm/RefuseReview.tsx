import { useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { ReasonField } from "./ReasonField.tsx";
import type { RefusalReason } from "./reasons.ts";
import { registeredTerms } from "./terms.ts";
import { useText } from "./useText.ts";

interface RefuseReviewProps {
  receivable: ReceivableRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RefuseReview({ receivable, open, onOpenChange }: RefuseReviewProps) {
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const [reason, setReason] = useState<RefusalReason>("1");
  const supplier = nameOf(receivable.creditor);
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "refuse",
    args: [receivable.creditor, registeredTerms(receivable), Number(reason)],
  });
  return (
    <ActionReview
      open={open}
      onOpenChange={onOpenChange}
      title={t("refuse.title", { supplier })}
      facts={[{ label: t("refuse.amount"), value: money(receivable.face, receivable.currency) }]}
      confirmLabel={t("refuse.button")}
      steps={[{ name: t("refuse.step"), call }]}
      outcome={() => t("refuse.done", { supplier, reason: t(`refuse.${reason}`) })}
    >
      <ReasonField reason={reason} onReason={setReason} />
      <p>{t("refuse.effect", { supplier })}</p>
    </ActionReview>
  );
}
