import { useState } from "react";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { CutPlan } from "./cut-plan.ts";
import { SplitReceipt } from "./SplitReceipt.tsx";
import { useText } from "./text.ts";

interface SplitReviewProps {
  holding: Holding;
  plan: CutPlan;
  onBack: () => void;
  onDone: () => void;
}

/** Before signing: which slices there will be, and that nobody else is concerned. */
export function SplitReview({ holding, plan, onBack, onDone }: SplitReviewProps) {
  const t = useText();
  const money = useMoney();
  const { ledger } = useDeployment().addresses;
  const [isSplit, setSplit] = useState(false);
  const { currency } = holding.receivable;
  const amounts = plan.lines.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "split",
    args: [BigInt(holding.id), amounts.map(uint48)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => {
        if (open) return;
        if (isSplit) onDone();
        else onBack();
      }}
      title={t("split.title")}
      facts={[
        { label: t("split.from"), value: <SliceLine slice={holding} /> },
        { label: t("split.head"), value: <Amount strong text={money(plan.head, currency)} /> },
        ...(isSplit ? [] : [{ label: t("split.parts"), value: <PartAmounts amounts={amounts} currency={currency} /> }]),
      ]}
      confirmLabel={t("split.confirm")}
      steps={[{ name: t("split.title"), call }]}
      onConfirmed={() => setSplit(true)}
      outcome={(receipt) => <SplitReceipt receipt={receipt} currency={currency} />}
    >
      {!isSplit && <p>{t("split.effect")}</p>}
    </ActionReview>
  );
}

function PartAmounts({ amounts, currency }: { amounts: readonly bigint[]; currency: number }) {
  const money = useMoney();
  return (
    <span className="grid">
      {amounts.map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is the split's own, and fixed here
        <Amount key={index} strong text={money(amount, currency)} />
      ))}
    </span>
  );
}
