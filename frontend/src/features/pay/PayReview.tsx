import { useState } from "react";
import { usePublicClient } from "wagmi";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { SafeCalls } from "../../app/transaction/safe/SafeCalls.tsx";
import { shortReceivableId } from "../../domain/ids.ts";
import { toDecimal } from "../../domain/money.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { AmountToPay } from "./AmountToPay.tsx";
import { CashMissing } from "./CashMissing.tsx";
import type { ObligationState } from "./fetchObligation.ts";
import { PayeeTable } from "./PayeeTable.tsx";
import { PaymentReceipt } from "./PaymentReceipt.tsx";
import { paymentSteps } from "./payment-steps.ts";
import { type PaymentPlan, paymentPlan } from "./paymentPlan.ts";
import { readAmount } from "./readAmount.ts";
import { SLICES_A_PAYMENT } from "./shares.ts";
import { useText } from "./useText.ts";

interface PayReviewProps {
  state: ObligationState;
  creditor: string;
  /** What follows if it is not paid now. */
  advice: (plan: PaymentPlan) => string;
  onClose: () => void;
}

/** What is paid to whom, in words and to the cent, then the signatures. */
export function PayReview({ state, creditor, advice, onClose }: PayReviewProps) {
  const t = useText();
  const client = usePublicClient();
  const [isPaid, setIsPaid] = useState(false);
  const [text, setText] = useState(() => toDecimal(state.face + state.penalty, state.currency.minorDigits));
  const money = useMoney();
  const { addresses } = useDeployment();
  const typed = readAmount(text, state);
  const plan = paymentPlan(state, typeof typed === "bigint" ? typed : state.face + state.penalty);
  const isReady = typeof typed === "bigint" && plan.missing === 0n;
  const total = money(plan.amount, plan.currency.index);
  const leaves = money(tokenToMinor(plan.needed, plan.currency), plan.currency.index);
  const names = {
    approve: t("review.approve", { amount: leaves }),
    pay: t("review.pay"),
    payOut: (part: number, parts: number) => t("review.payOut", { part, parts }),
  };
  const steps = client && isReady ? paymentSteps(plan, { client, addresses, names }) : [];
  const words = {
    name: t("review.title", { amount: total }),
    description: t("review.safe", { amount: total, id: shortReceivableId(plan.receivableId) }),
  };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.name}
      facts={usePaymentFacts(plan, creditor)}
      irrevocable
      confirmLabel={t("review.confirm", { amount: total })}
      steps={steps}
      onConfirmed={() => setIsPaid(true)}
      outcome={() => <PaymentReceipt paid={plan} done={t(plan.isPart ? "part.done" : "review.done")} />}
    >
      {!isPaid && (
        <>
          <AmountToPay
            state={state}
            text={text}
            error={typeof typed === "string" ? t(`part.${typed}`) : undefined}
            onText={setText}
          />
          {plan.missing > 0n && <CashMissing plan={plan} advice={advice(plan)} />}
          <Preview plan={plan} />
          <SafeCalls key={plan.amount.toString()} steps={steps} words={words} />
        </>
      )}
    </ActionReview>
  );
}

/** Gives way to the receipt once it is paid. */
function Preview({ plan }: { plan: PaymentPlan }) {
  const t = useText();
  return (
    <div className="grid gap-2">
      {plan.isPart && <p className="text-sm text-muted">{t("part.effect")}</p>}
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
  const { amount: total, face, penalty, toFace, toPenalty, daysLate, currency, balance, needed, waiting } = plan;
  const amount = (minor: bigint) => money(minor, currency.index);
  const own = plan.payees.find(({ holder }) => holder.toLowerCase() === account?.toLowerCase());
  return [
    { label: t("review.supplier"), value: nameOf(creditor) },
    {
      label: t(plan.isPart ? "part.ofFace" : "review.face"),
      value: <Amount text={amount(plan.isPart ? toFace : face)} />,
    },
    {
      label: t("review.penalty"),
      value:
        penalty === 0n
          ? t("review.noPenalty")
          : t("review.penaltyText", { amount: amount(plan.isPart ? toPenalty : penalty), count: daysLate }),
    },
    {
      label: t("review.total"),
      value: <Amount strong text={amount(total)} data-testid="pay-total" data-minor={total.toString()} />,
    },
    ...(plan.isPart ? [{ label: t("part.left"), value: <Amount text={amount(face + penalty - total)} /> }] : []),
    ...(own ? [{ label: t("review.own"), value: <Amount text={amount(own.amount)} /> }] : []),
    ...(waiting > 0n ? [{ label: t("review.waiting"), value: <Amount text={amount(waiting)} /> }] : []),
    { label: t("review.balance"), value: <Amount text={amount(tokenToMinor(balance, currency))} /> },
    {
      label: t("review.afterwards"),
      value: <Amount text={amount(tokenToMinor(balance > needed ? balance - needed : 0n, currency))} />,
    },
  ];
}
