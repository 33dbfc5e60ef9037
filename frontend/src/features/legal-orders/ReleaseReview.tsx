import type { Hex } from "viem";
import type { Freeze } from "../../app/data/queries/legalOrders.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { releaseCalls } from "./freeze-plan.ts";
import { useText } from "./text.ts";
import { useReviewEnd } from "./useReviewEnd.ts";

interface ReleaseReviewProps {
  rows: readonly Freeze[];
  /** Of the order that lifts the freeze; null when its time is over. */
  document: Hex | null;
  onBack: () => void;
  onDone: () => void;
}

export function ReleaseReview({ rows, document, onBack, onDone }: ReleaseReviewProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const end = useReviewEnd(onBack, onDone);
  const released = { address: ledger, abi: ledgerAbi } as const;
  const steps = releaseCalls(rows.map(({ sliceId }) => sliceId)).map((ids) => ({
    name: t("release.confirm"),
    call: document
      ? contractCall({ ...released, functionName: "release", args: [ids, document] })
      : contractCall({ ...released, functionName: "releaseExpired", args: [ids] }),
  }));
  return (
    <ActionReview
      {...end}
      title={t("release.title")}
      facts={[
        {
          label: t("column.cents"),
          value: (
            <ul>
              {rows.map(({ id, receivableId, receivable, start, end, holder }) => (
                <li key={id}>
                  <span className="font-mono text-sm">{shortReceivableId(BigInt(receivableId))}</span>{" "}
                  <span className="figures text-sm">{rangeText(start, end, format.count)}</span> · {nameOf(holder)} ·{" "}
                  <Amount text={money(end - start, receivable.currency)} />
                </li>
              ))}
            </ul>
          ),
        },
        ...(document
          ? [{ label: t("column.document"), value: <Copyable value={document} shown={`${document.slice(0, 14)}…`} /> }]
          : []),
      ]}
      confirmLabel={t("release.confirm")}
      steps={steps}
      outcome={() => t("release.done")}
    >
      <p>{t("release.effect")}</p>
    </ActionReview>
  );
}
