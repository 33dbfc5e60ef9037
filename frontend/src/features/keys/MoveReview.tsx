import { getAddress } from "viem";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { batchesOf, MOST_SLICES } from "./batches.ts";
import { useText } from "./text.ts";

interface MoveReviewProps {
  ids: readonly bigint[];
  replacement: Replacement;
  onClose: () => void;
}

/** Moves what a replaced account holds, batch after batch; each is signed by itself and stays done if a later one fails. */
export function MoveReview({ ids, replacement: { lost, successor }, onClose }: MoveReviewProps) {
  const t = useText();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const steps = batchesOf(ids, MOST_SLICES).map((batch, index) => ({
    name: t("move.batch", { from: index * MOST_SLICES + 1, to: index * MOST_SLICES + batch.length }),
    call: contractCall({ address: addresses.ledger, abi: ledgerAbi, functionName: "moveToSuccessor", args: [batch] }),
  }));
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("move.title", { name: nameOf(successor) })}
      facts={[
        { label: t("fact.lost"), value: <Copyable value={getAddress(lost)} shown={getAddress(lost)} /> },
        { label: t("fact.successor"), value: <Copyable value={getAddress(successor)} shown={getAddress(successor)} /> },
        { label: t("move.count"), value: t("move.countText", { count: ids.length, batches: steps.length }) },
        { label: t("fact.effect"), value: t("move.effect") },
      ]}
      confirmLabel={t("move.confirm")}
      steps={steps}
      outcome={() => t("move.done", { count: ids.length, name: nameOf(successor) })}
    />
  );
}
