import { ledgerAbi } from "../../generated/contracts.ts";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { useDeployment } from "../deployment/useDeployment.ts";
import { ActionReview } from "../transaction/ActionReview.tsx";
import { contractCall } from "../transaction/action.ts";
import { useText } from "./text.ts";

/** What anyone can have the chain record of a receivable that is not paid. */
export type LateAct = "reportOverdue" | "declareDefault";

interface LateActReviewProps {
  act: LateAct;
  receivableId: string;
  facts: readonly Fact[];
  effect: string;
  onClose: () => void;
}

/** Has the chain record that a receivable is overdue, or in default: it checks the days itself. */
export function LateActReview({ act, receivableId, facts, effect, onClose }: LateActReviewProps) {
  const t = useText();
  const { ledger } = useDeployment().addresses;
  const call = contractCall({ address: ledger, abi: ledgerAbi, functionName: act, args: [BigInt(receivableId)] });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`late.${act}.title`)}
      facts={facts}
      irrevocable
      confirmLabel={t(`late.${act}.confirm`)}
      steps={[{ name: t(`late.${act}.confirm`), call }]}
      outcome={() => t(`late.${act}.done`)}
    >
      <p>{effect}</p>
    </ActionReview>
  );
}
