import { useState } from "react";
import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { SafeCalls } from "../../app/transaction/safe/SafeCalls.tsx";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { BatchReceipt } from "./BatchReceipt.tsx";
import { InvoiceLines } from "./InvoiceLines.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { summaryOf } from "./selection.ts";
import { registeredTerms } from "./terms.ts";
import type { CheckedBatch } from "./useCheckMany.ts";
import { useText } from "./useText.ts";

interface ConfirmManyReviewProps {
  batch: CheckedBatch;
  policy: PolicyVersion;
  onClose: () => void;
}

/** Several undertakings in one transaction; what does not match its document is left out and told. */
export function ConfirmManyReview({ batch, policy, onClose }: ConfirmManyReviewProps) {
  const t = useText();
  if (batch.matching.length > 0) return <Review {...{ batch, policy, onClose }} />;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("many.noneMatch")}>
      <LeftOut leftOut={batch.leftOut} />
    </Dialog>
  );
}

function Review({ batch: { matching, leftOut }, policy, onClose }: ConfirmManyReviewProps) {
  const t = useText();
  const [isDone, setIsDone] = useState(false);
  const { addresses } = useDeployment();
  const words = useBatchWords(matching);
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "confirmMany",
    args: [matching.map((row) => ({ creditor: row.creditor, terms: registeredTerms(row) })), policy.version],
  });
  const steps = [{ name: t("many.button", { count: matching.length }), call }];
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      facts={[
        { label: t("confirm.promise"), value: words.promise },
        { label: t("many.total"), value: <Totals rows={matching} /> },
        { label: t("many.due"), value: words.due },
        { label: t("confirm.policy"), value: words.rules(policy) },
      ]}
      irrevocable
      confirmLabel={t("many.button", { count: matching.length })}
      steps={steps}
      onConfirmed={() => setIsDone(true)}
      outcome={({ logs }) => <BatchReceipt rows={matching} logs={logs} />}
    >
      {!isDone && (
        <>
          <p>{t("many.effect")}</p>
          <InvoiceLines rows={matching} />
          {leftOut.length > 0 && (
            <Callout tone="warning" title={t("many.leftOut", { count: leftOut.length })}>
              <LeftOut leftOut={leftOut} />
            </Callout>
          )}
          <SafeCalls steps={steps} words={{ name: words.title, description: `${words.promise} ${words.due}` }} />
        </>
      )}
    </ActionReview>
  );
}

function Totals({ rows }: { rows: readonly ReceivableRow[] }) {
  const money = useMoney();
  return (
    <span className="flex flex-wrap gap-x-3">
      {summaryOf(rows).totals.map(([currency, face]) => (
        <Amount key={currency} strong data-testid="batch-total" text={money(face, currency)} />
      ))}
    </span>
  );
}

function useBatchWords(rows: readonly ReceivableRow[]) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { count, totals, due } = summaryOf(rows);
  const amounts = totals.map(([currency, face]) => money(face, currency)).join(" · ");
  const days = due && { first: format.day(due.first), last: format.day(due.last) };
  return {
    title: t("many.title", { count }),
    promise: t("many.promise", { count, amounts }),
    due: days === null ? "" : days.first === days.last ? days.first : t("many.between", days),
    rules: (policy: PolicyVersion) =>
      t("confirm.policyText", {
        version: policy.version,
        grace: policy.graceDays,
        penalty: format.percent(BigInt(policy.penaltyPpmPerDay)),
      }),
  };
}
