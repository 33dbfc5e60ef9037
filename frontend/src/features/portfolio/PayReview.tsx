import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { paymentCall } from "../../app/holdings/payment-call.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import type { SplitPlan } from "./split-plan.ts";
import { useText } from "./text.ts";

interface PayReviewProps {
  holding: Holding;
  plan: SplitPlan;
  title: string;
  offerDay: number | null;
  /** Last second at which who has to accept may do so. */
  offerUntil: bigint;
  onBack: () => void;
  onDone: () => void;
}

/** Before signing: who gets what, how, and what stays. */
export function PayReview({ holding, plan, title, offerDay, offerUntil, onBack, onDone }: PayReviewProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const [isPaid, setPaid] = useState(false);
  const { currency } = holding.receivable;
  const parts = plan.lines.flatMap(({ payee, amount }) =>
    payee && amount !== null ? [{ to: payee.account, amount }] : [],
  );
  const until = plan.needsAcceptance ? offerUntil : 0n;
  const call = paymentCall(ledger, { id: holding.id, parts, isWhole: plan.isWhole, until });
  return (
    <ActionReview
      open
      onOpenChange={(open) => {
        if (open) return;
        if (isPaid) onDone();
        else onBack();
      }}
      title={title}
      facts={[
        { label: t("review.from"), value: <SliceLine slice={holding} /> },
        { label: t("pay.total"), value: <strong className="figures">{money(plan.total, currency)}</strong> },
        { label: t("review.stays"), value: <span className="figures">{money(plan.head, currency)}</span> },
      ]}
      confirmLabel={t("review.confirm")}
      steps={[{ name: t("review.step"), call }]}
      onConfirmed={() => setPaid(true)}
      outcome={() => t("review.done")}
    >
      <ul className="grid gap-2">
        {plan.lines.map(({ payee, amount }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is the payment's own, and fixed here
          <li key={index} className="grid gap-0.5 rounded-md bg-sunken px-3 py-2">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{payee && t("review.to", { name: nameOf(payee.account) })}</span>
              <span className="figures">{money(amount ?? 0n, currency)}</span>
            </span>
            <span className="text-sm text-muted">
              {payee?.standingConsent
                ? t("pay.receivesAtOnce")
                : t("pay.acceptsUntil", { day: offerDay === null ? "" : format.day(offerDay) })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t("review.effect")}</p>
    </ActionReview>
  );
}
