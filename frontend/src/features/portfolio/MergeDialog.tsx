import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useText } from "./text.ts";

interface MergeDialogProps {
  left: WithReceivable<SliceRow>;
  right: WithReceivable<SliceRow>;
  onClose: () => void;
}

export function MergeDialog({ left, right, onClose }: MergeDialogProps) {
  const t = useText();
  const { ledger } = useDeployment().addresses;
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "merge",
    args: [BigInt(left.id), BigInt(right.id)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("merge.title")}
      facts={[
        { label: t("merge.left"), value: <SliceLine slice={left} /> },
        { label: t("merge.right"), value: <SliceLine slice={right} /> },
        { label: t("merge.result"), value: <SliceLine slice={{ ...left, end: right.end }} /> },
        { label: t("merge.hops"), value: Math.max(left.hops, right.hops) },
      ]}
      confirmLabel={t("merge.confirm")}
      steps={[{ name: t("merge.title"), call }]}
      outcome={() => t("merge.done")}
    >
      <p>{t("merge.effect")}</p>
    </ActionReview>
  );
}
