import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { earlyPaymentDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useProgrammeWords } from "./useProgrammeWords.ts";
import { useText } from "./useText.ts";

export type ProgrammeAct = "pause" | "resume" | "withdraw";

interface ActReviewProps {
  act: ProgrammeAct;
  programme: ProgrammeRow;
  onClose: () => void;
}

/** A programme paused, resumed or withdrawn. */
export function ActReview({ act, programme, onClose }: ActReviewProps) {
  const t = useText();
  const money = useMoney();
  const words = useProgrammeWords();
  const { addresses } = useDeployment();
  const { id, tiers, budget, spent, currency } = programme;
  const call = contractCall({
    address: addresses.earlyPaymentDesk,
    abi: earlyPaymentDeskAbi,
    functionName: act,
    args: [id],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`)}
      facts={[
        { label: t("list.scale"), value: words.scale(tiers) },
        { label: t("act.left"), value: <Amount text={money(budget - spent, currency)} /> },
      ]}
      irrevocable={act === "withdraw"}
      confirmLabel={t(`${act}.confirm`)}
      steps={[{ name: t(`${act}.confirm`), call }]}
      outcome={() => t(`${act}.done`)}
    >
      <p>{t(`${act}.effect`)}</p>
    </ActionReview>
  );
}
