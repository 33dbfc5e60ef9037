import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { InboxItem } from "./item.ts";
import { useText } from "./useText.ts";

interface LateReviewProps {
  act: "reportOverdue" | "declareDefault";
  item: InboxItem;
  onClose: () => void;
}

/** Reports a receivable overdue, or in default: anyone may, and the chain checks that it is so. */
export function LateReview({ act, item, onClose }: LateReviewProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const { receivableId, party, day } = item;
  if (receivableId === null) return null;
  const call = contractCall({ address: ledger, abi: ledgerAbi, functionName: act, args: [BigInt(receivableId)] });
  const facts = [
    { label: t("late.obligor"), value: party === null ? "" : nameOf(party) },
    { label: t("late.due"), value: day === null ? "" : format.day(day) },
    ...(item.money
      ? [{ label: t("late.mine"), value: <Amount text={money(item.money.amount, item.money.currency)} /> }]
      : []),
  ];
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`late.${act}.title`)}
      facts={facts}
      irrevocable
      confirmLabel={t(`late.${act}.confirm`)}
      steps={[{ name: t(`late.${act}.confirm`), call }]}
      outcome={() => t(`late.${act}.done`)}
    >
      <p>{t(`late.${act}.effect`)}</p>
    </ActionReview>
  );
}
