import { useDeployment } from "../../../app/deployment/useDeployment.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import { SliceLine } from "../../../app/holdings/SliceLine.tsx";
import { ActionReview } from "../../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../../app/transaction/action.ts";
import { ledgerAbi } from "../../../generated/contracts.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { useText } from "../text.ts";
import type { LateAct, LateReceipt } from "./receipt.ts";

interface LateActReviewProps {
  act: LateAct;
  receipt: LateReceipt;
  onClose: () => void;
}

/** Has the chain record that a receivable is overdue, or in default: it checks the days itself. */
export function LateActReview({ act, receipt, onClose }: LateActReviewProps) {
  const t = useText();
  const money = useMoney();
  const { ledger } = useDeployment().addresses;
  const { holding, amount, currency } = receipt;
  const functionName = act === "report" ? "reportOverdue" : "declareDefault";
  const args = [BigInt(holding.receivableId)] as const;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`late.${act}.title`)}
      facts={[
        { label: t("pay.slice"), value: <SliceLine slice={holding} /> },
        { label: t("late.owed"), value: <Amount strong text={money(amount, currency)} /> },
      ]}
      confirmLabel={t(`late.${act}.confirm`)}
      steps={[
        {
          name: t(`late.${act}.title`),
          call: contractCall({ address: ledger, abi: ledgerAbi, functionName, args }),
        },
      ]}
      outcome={() => t(`late.${act}.done`)}
    >
      <p>{t(`late.${act}.effect`)}</p>
    </ActionReview>
  );
}
