import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import type { Proposal } from "./proposal.ts";
import { useText } from "./text.ts";

interface ProposeReviewProps {
  proposal: Proposal;
  onProposed: () => void;
  onClose: () => void;
}

export function ProposeReview({ proposal: { lost, successor }, onProposed, onClose }: ProposeReviewProps) {
  const t = useText();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const name = nameOf(lost);
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "proposeReplacement",
    args: [lost, successor],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("propose.title", { name })}
      facts={[
        { label: t("fact.organisation"), value: <bdi className="wrap-anywhere">{name}</bdi> },
        { label: t("fact.lost"), value: <Copyable value={lost} shown={lost} /> },
        { label: t("fact.successor"), value: <Copyable value={successor} shown={successor} /> },
        { label: t("fact.next"), value: t("propose.next") },
      ]}
      confirmLabel={t("propose.confirm")}
      steps={[{ name: t("propose.confirm"), call }]}
      onConfirmed={onProposed}
      outcome={() => t("propose.done", { name })}
    />
  );
}
