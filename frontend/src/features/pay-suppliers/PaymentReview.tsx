import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type SlicePayment, sumOf, type Want } from "../../domain/paying/payment.ts";
import { Callout } from "../../ui/Callout.tsx";
import { onceEach } from "./once-each.ts";
import { paymentBatches } from "./payment-batches.ts";
import type { Plan } from "./plan.ts";
import type { Spendable } from "./spendable.ts";
import { useText } from "./text.ts";

interface PaymentReviewProps {
  plan: Plan;
  currency: number;
  /** @param paid What has gone through: all of it, a part when a later transaction failed, or nothing. */
  onClose: (paid: readonly Want[]) => void;
}

/** Before signing: who gets what from which slices; then how far it has come. */
export function PaymentReview({ plan, currency, onClose }: PaymentReviewProps) {
  const t = useText();
  const money = useMoney();
  const { ledger } = useDeployment().addresses;
  const [done, setDone] = useState(0);
  // Made once: the steps remember which of them are done.
  const [{ batches, calls }] = useState(() => {
    const made = paymentBatches(ledger, plan.payments, plan.untilOf);
    return {
      batches: made,
      calls: onceEach(
        made.map(({ call }) => call),
        setDone,
      ),
    };
  });
  const paid = batches.slice(0, done).flatMap((batch) => batch.paid);
  const isAllPaid = done === batches.length;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose(paid)}
      title={t("review.title")}
      facts={[
        { label: t("review.total"), value: <strong className="figures">{money(plan.total, currency)}</strong> },
        { label: t("review.slices"), value: t("review.count", { count: plan.payments.length }) },
        { label: t("review.signatures"), value: t("review.signaturesText", { count: batches.length }) },
        ...(plan.missing.length === 0
          ? []
          : [{ label: t("review.missing"), value: money(sumOf(plan.missing), currency) }]),
      ]}
      confirmLabel={t("review.confirm")}
      steps={calls.map((call, index) => ({ name: t("review.step", { number: index + 1 }), call }))}
      onConfirmed={() => setDone(batches.length)}
      outcome={() => t("review.done", { amount: money(plan.total, currency) })}
    >
      <ul className="grid gap-2">
        {plan.payments.map((payment) => (
          <SliceReview key={payment.slice.id} payment={payment} plan={plan} />
        ))}
      </ul>
      {done > 0 && !isAllPaid && (
        <Callout tone="warning" live>
          {t("review.partly", { count: done, paid: money(sumOf(paid), currency), most: batches.length })}
        </Callout>
      )}
      {!isAllPaid && <p>{t("review.effect")}</p>}
    </ActionReview>
  );
}

function SliceReview({ payment, plan }: { payment: SlicePayment<Spendable>; plan: Plan }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { slice, shares, stays } = payment;
  const { currency } = slice.holding.receivable;
  return (
    <li className="grid gap-1 rounded-md bg-sunken px-3 py-2">
      <SliceLine slice={slice.holding} />
      <ul className="grid gap-1 border-t border-line pt-1">
        {shares.map(({ payee, amount }) => (
          <li key={payee} className="grid">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{t("review.to", { name: nameOf(payee) })}</span>
              <span className="figures">{money(amount, currency)}</span>
            </span>
            <span className="text-sm text-muted">
              {plan.isAtOnce(payment, payee)
                ? t("review.atOnce")
                : t("review.accepts", { day: format.day(plan.acceptBy(payment)) })}
            </span>
          </li>
        ))}
        <li className="flex flex-wrap justify-between gap-x-4 text-muted">
          <span>{t("review.stays")}</span>
          <span className="figures">{money(stays, currency)}</span>
        </li>
      </ul>
    </li>
  );
}
