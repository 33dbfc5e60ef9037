import { useState } from "react";
import type { Hex } from "viem";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { exposureBookAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";
import { useOrganisationName } from "./useOrganisationName.ts";

/** Of the exposure book. */
const COUNTERPARTY = { obligor: 0, seller: 1 } as const;

export interface NewLimit {
  kind: keyof typeof COUNTERPARTY;
  counterparty: Hex;
  currency: number;
  limit: bigint;
}

interface LimitReviewProps {
  set: NewLimit;
  /** What it is now; null if none was set. */
  before: { limit: bigint; used: bigint } | null;
  onConfirmed?: () => void;
  onClose: () => void;
}

export function LimitReview({ set, before: beforeNow, onConfirmed, onClose }: LimitReviewProps) {
  const t = useText();
  const money = useMoney();
  const nameOf = useOrganisationName();
  const { exposureBook } = useDeployment().addresses;
  // As it was when the review opened: afterwards the limit is the new one.
  const [before] = useState(beforeNow);
  const { kind, counterparty, currency, limit } = set;
  const call = contractCall({
    ...{ address: exposureBook, abi: exposureBookAbi, functionName: "setLimit" },
    args: [COUNTERPARTY[kind], counterparty, currency, limit],
  });
  const used = before?.used ?? 0n;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("set.title")}
      facts={[
        { label: t("limits.who"), value: `${nameOf(counterparty)}, ${t(`kind.${kind}`)}` },
        { label: t("set.before"), value: before ? <Amount text={money(before.limit, currency)} /> : t("set.none") },
        { label: t("set.limit"), value: <Amount strong text={money(limit, currency)} /> },
        { label: t("limits.used"), value: <Amount text={money(used, currency)} /> },
      ]}
      confirmLabel={t("set.confirm")}
      steps={[{ name: t("set.confirm"), call }]}
      {...(onConfirmed ? { onConfirmed } : {})}
      outcome={() => t("set.done")}
    >
      <p>{t("set.effect")}</p>
      {limit < used && <Callout tone="warning">{t("set.below")}</Callout>}
    </ActionReview>
  );
}
