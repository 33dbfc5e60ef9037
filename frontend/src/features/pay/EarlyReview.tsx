import { useState } from "react";
import { usePublicClient } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { SafeCalls } from "../../app/transaction/safe/SafeCalls.tsx";
import { shortReceivableId } from "../../domain/ids.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import { CashMissing } from "./CashMissing.tsx";
import { earlyPlan } from "./earlyPlan.ts";
import type { ObligationState } from "./fetchObligation.ts";
import { PayeeTable } from "./PayeeTable.tsx";
import { PaymentReceipt } from "./PaymentReceipt.tsx";
import { earlySteps } from "./payment-steps.ts";
import { useText } from "./useText.ts";

interface EarlyReviewProps {
  state: ObligationState;
  creditor: string;
  onClose: () => void;
}

/** Paying before the due day, at the face. */
export function EarlyReview({ state, creditor, onClose }: EarlyReviewProps) {
  const t = useText();
  const client = usePublicClient();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { addresses } = useDeployment();
  const [isPaid, setIsPaid] = useState(false);
  const plan = earlyPlan(state);
  const amount = (minor: bigint) => money(minor, plan.currency.index);
  const total = amount(plan.amount);
  const names = {
    approve: t("review.approve", { amount: total }),
    payEarly: (part: number, parts: number) => t("early.pay", { part, parts }),
  };
  const isReady = client && plan.amount > 0n && plan.missing === 0n;
  const steps = isReady ? earlySteps(plan, { client, addresses, names }) : [];
  const words = {
    name: t("early.title", { amount: total }),
    description: t("review.safe", { amount: total, id: shortReceivableId(plan.receivableId) }),
  };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.name}
      facts={[
        { label: t("review.supplier"), value: nameOf(creditor) },
        { label: t("review.total"), value: <Amount strong text={total} data-testid="pay-total" /> },
        ...(plan.left > 0n ? [{ label: t("early.left"), value: <Amount text={amount(plan.left)} /> }] : []),
        { label: t("review.balance"), value: <Amount text={amount(tokenToMinor(plan.balance, plan.currency))} /> },
      ]}
      irrevocable
      confirmLabel={t("review.confirm", { amount: total })}
      steps={steps}
      onConfirmed={() => setIsPaid(true)}
      outcome={() => <PaymentReceipt paid={plan} done={t("early.done")} />}
    >
      {!isPaid && (
        <>
          <p>{plan.amount > 0n ? t("early.effect") : t("early.none")}</p>
          {plan.missing > 0n && <CashMissing plan={plan} advice={t("early.missing")} />}
          {plan.amount > 0n && <PayeeTable payees={plan.payees} currency={plan.currency.index} />}
          {isReady && <SafeCalls steps={steps} words={words} />}
        </>
      )}
    </ActionReview>
  );
}
