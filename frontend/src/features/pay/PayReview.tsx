import { useState } from "react";
import { usePublicClient } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { PaymentPlan } from "./fetchPaymentPlan.ts";
import { PayeeTable } from "./PayeeTable.tsx";
import { PaymentReceipt } from "./PaymentReceipt.tsx";
import { paymentSteps } from "./payment-steps.ts";
import { SLICES_A_PAYMENT } from "./shares.ts";
import { useText } from "./useText.ts";

interface PayReviewProps {
  plan: PaymentPlan;
  creditor: string;
  onClose: () => void;
}

/** What is paid to whom, in words and to the cent, then the signatures. */
export function PayReview({ plan, creditor, onClose }: PayReviewProps) {
  const t = useText();
  const client = usePublicClient();
  const [isPaid, setIsPaid] = useState(false);
  const money = useMoney();
  const { addresses } = useDeployment();
  const total = money(plan.face + plan.penalty, plan.currency.index);
  const leaves = money(tokenToMinor(plan.needed, plan.currency), plan.currency.index);
  const names = {
    approve: t("review.approve", { amount: leaves }),
    pay: t("review.pay"),
    payOut: (part: number, parts: number) => t("review.payOut", { part, parts }),
  };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("review.title", { amount: total })}
      facts={usePaymentFacts(plan, creditor)}
      irrevocable
      confirmLabel={t("review.confirm", { amount: total })}
      steps={client ? paymentSteps(plan, { client, addresses, names }) : []}
      onConfirmed={() => setIsPaid(true)}
      outcome={() => <PaymentReceipt plan={plan} />}
    >
      {!isPaid && <Preview plan={plan} />}
    </ActionReview>
  );
}

/** Gives way to the receipt once it is paid. */
function Preview({ plan }: { plan: PaymentPlan }) {
  const t = useText();
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("review.payees")}</h3>
      <PayeeTable payees={plan.payees} currency={plan.currency.index} />
      {plan.batches.length > 1 && (
        <p className="text-sm text-muted">{t("review.batches", { count: SLICES_A_PAYMENT })}</p>
      )}
    </div>
  );
}

function usePaymentFacts(plan: PaymentPlan, creditor: string): Fact[] {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { account } = useMe();
  const { face, penalty, daysLate, currency, balance, needed, waiting } = plan;
  const amount = (minor: bigint) => money(minor, currency.index);
  const own = plan.payees.find(({ holder }) => holder.toLowerCase() === account?.toLowerCase());
  const total = face + penalty;
  return [
    { label: t("review.supplier"), value: nameOf(creditor) },
    { label: t("review.face"), value: <Amount text={amount(face)} /> },
    {
      label: t("review.penalty"),
      value:
        penalty === 0n ? t("review.noPenalty") : t("review.penaltyText", { amount: amount(penalty), count: daysLate }),
    },
    {
      label: t("review.total"),
      value: <Amount strong text={amount(total)} data-testid="pay-total" data-minor={total.toString()} />,
    },
    ...(own ? [{ label: t("review.own"), value: <Amount text={amount(own.amount)} /> }] : []),
    ...(waiting > 0n ? [{ label: t("review.waiting"), value: <Amount text={amount(waiting)} /> }] : []),
    { label: t("review.balance"), value: <Amount text={amount(tokenToMinor(balance, currency))} /> },
    { label: t("review.afterwards"), value: <Amount text={amount(tokenToMinor(balance - needed, currency))} /> },
  ];
}
