import { useState } from "react";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import type { ChangeDialogProps } from "./change.ts";
import { useText } from "./text.ts";
import { useChangeFacts } from "./useChangeFacts.tsx";

export interface LimitChange {
  currency: Currency;
  /** Minor units; 0: no limit. */
  before: bigint;
  after: bigint;
}

interface LimitReviewProps extends ChangeDialogProps {
  limit: LimitChange;
  onBack: () => void;
}

export function LimitReview({ change, limit: { currency, before, after }, onBack, onClose }: LimitReviewProps) {
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  const facts = useChangeFacts(change);
  const [isConfirmed, setConfirmed] = useState(false);
  const words = (limit: bigint) => (limit === 0n ? t("limit.none") : money(limit, currency.index));
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "setOutstandingLimit",
    args: [change.participant.identity, currency.index, after],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onClose() : onBack())}
      title={t("limit.title", { name: change.name })}
      facts={[
        ...facts,
        { label: t("limit.currency"), value: currency.code },
        { label: t("limit.before"), value: words(before) },
        { label: t("limit.after"), value: words(after) },
        { label: t("fact.effect"), value: t("limit.explain") },
      ]}
      confirmLabel={t("limit.confirm")}
      steps={[{ name: t("limit.confirm"), call }]}
      onConfirmed={() => setConfirmed(true)}
      outcome={() => t("limit.done", { name: change.name, limit: words(after) })}
    />
  );
}
