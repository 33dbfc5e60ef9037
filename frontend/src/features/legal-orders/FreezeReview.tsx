import { useState } from "react";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import type { FreezeOrder } from "./freeze-draft.ts";
import type { FreezePlan } from "./freeze-plan.ts";
import { useText } from "./text.ts";
import { useReasonText } from "./useReasonText.ts";
import { useReviewEnd } from "./useReviewEnd.ts";

interface FreezeReviewProps {
  receivable: ReceivableRow;
  order: FreezeOrder;
  plan: FreezePlan;
  onBack: () => void;
  onDone: () => void;
}

export function FreezeReview({ receivable, order, plan: planNow, onBack, onDone }: FreezeReviewProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const reasonText = useReasonText();
  const utcOffsetHours = useUtcOffset();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const end = useReviewEnd(onBack, onDone);
  // As it was when the review opened: the freeze itself cuts the slices anew.
  const [plan] = useState(planNow);
  const { from, to, reason, until, document } = order;
  const steps = plan.calls.map((call, i) => ({
    name: plan.calls.length > 1 ? t("freeze.step", { step: i + 1 }) : t("freeze.confirm"),
    call: contractCall({
      address: ledger,
      abi: ledgerAbi,
      functionName: "freeze",
      args: [call.covering, uint48(call.from), uint48(call.to), reason, document, Number(until)],
    }),
  }));
  const amount = money(to - from, receivable.currency);
  return (
    <ActionReview
      {...end}
      title={t("freeze.title")}
      facts={[
        {
          label: t("column.receivable"),
          value: <span className="font-mono">{shortReceivableId(BigInt(receivable.id))}</span>,
        },
        { label: t("column.cents"), value: <span className="figures">{rangeText(from, to, format.count)}</span> },
        { label: t("column.amount"), value: <Amount strong text={amount} /> },
        {
          label: t("freeze.whose"),
          value: (
            <ul>
              {plan.holders.map((each) => (
                <li key={each.holder}>
                  {nameOf(each.holder)} · <Amount text={money(each.amount, receivable.currency)} />
                </li>
              ))}
            </ul>
          ),
        },
        { label: t("column.reason"), value: reasonText(reason) },
        { label: t("column.until"), value: format.time(until, utcOffsetHours) },
        { label: t("column.document"), value: <Copyable value={document} shown={`${document.slice(0, 14)}…`} /> },
      ]}
      confirmLabel={t("freeze.confirm")}
      steps={steps}
      outcome={() => t("freeze.done", { amount })}
    >
      <p>{t("freeze.effect")}</p>
      {plan.cuts > 0 && <p>{t("freeze.cuts", { count: plan.cuts })}</p>}
      {plan.renews && <p>{t("freeze.renews")}</p>}
    </ActionReview>
  );
}
