import type { Hex } from "viem";
import { useDeskConsent } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { useEnableStep } from "../../app/transaction/useEnableStep.ts";
import { ledgerAbi, recourseDeskAbi, settlementDeskAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import { PayReview } from "./PayReview.tsx";
import type { RecourseAct } from "./recourse-acts.ts";
import { useText } from "./text.ts";
import { useClaimFacts } from "./useClaimFacts.tsx";
import type { RecourseLine } from "./useRecourse.ts";

interface ActDialogProps {
  act: RecourseAct;
  line: RecourseLine;
  onClose: () => void;
}

/** Reviews and does what was chosen for one line. */
export function ActDialog({ act, line, onClose }: ActDialogProps) {
  if (act === "pay") return <PayReview line={line} onClose={onClose} />;
  if (act === "demand") return <DemandReview line={line} onClose={onClose} />;
  return <SimpleReview act={act} line={line} onClose={onClose} />;
}

type SimpleAct = Exclude<RecourseAct, "pay" | "demand">;

/** What takes one transaction and no permission. */
function SimpleReview({ act, line, onClose }: ActDialogProps & { act: SimpleAct }) {
  const t = useText();
  const facts = useClaimFacts(line);
  const call = useCallFor(act, line);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`)}
      facts={facts}
      irrevocable={act !== "payOut"}
      confirmLabel={t(`${act}.confirm`)}
      steps={[{ name: t(`${act}.confirm`), call }]}
      outcome={() => t(`${act}.done`)}
    >
      <p>{t(`${act}.effect`)}</p>
    </ActionReview>
  );
}

function useCallFor(act: SimpleAct, { link, slice, receivable }: RecourseLine): ContractCall {
  const { ledger, recourseDesk, settlementDesk } = useDeployment().addresses;
  const id = BigInt(receivable.id);
  switch (act) {
    case "report":
      return contractCall({ address: ledger, abi: ledgerAbi, functionName: "reportOverdue", args: [id] });
    case "declare":
      return contractCall({ address: ledger, abi: ledgerAbi, functionName: "declareDefault", args: [id] });
    case "payOut": {
      const ids = slice ? [BigInt(slice.id)] : [];
      return contractCall({ address: settlementDesk, abi: settlementDeskAbi, functionName: "payOut", args: [id, ids] });
    }
    case "waive":
      return contractCall({ address: recourseDesk, abi: recourseDeskAbi, functionName: "waive", args: [link.id] });
  }
}

/** The bank asks its seller to pay: nothing is paid yet. */
function DemandReview({ line, onClose }: { line: RecourseLine; onClose: () => void }) {
  const isEnabled = useDeskConsent(useDeployment().addresses.recourseDesk);
  const { slice } = line;
  if (isEnabled === undefined || !slice) return null;
  return <Demand line={line} slice={slice.id} isEnabled={isEnabled} onClose={onClose} />;
}

interface DemandProps {
  line: RecourseLine;
  slice: Hex;
  isEnabled: boolean;
  onClose: () => void;
}

function Demand({ line, slice, isEnabled, onClose }: DemandProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { recourseDesk } = useDeployment().addresses;
  const enable = useEnableStep(recourseDesk, isEnabled, t("demand.enable"));
  const facts = useClaimFacts(line);
  const call = contractCall({
    ...{ address: recourseDesk, abi: recourseDeskAbi, functionName: "demand" },
    args: [line.link.id, BigInt(slice)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("demand.title", { seller: nameOf(line.link.seller) })}
      facts={facts}
      irrevocable
      confirmLabel={t("demand.confirm")}
      steps={[...enable, { name: t("demand.confirm"), call }]}
      outcome={() => t("demand.done", { seller: nameOf(line.link.seller) })}
    >
      <p>{t("demand.effect")}</p>
      {enable.length > 0 && <Callout>{t("demand.enabling")}</Callout>}
    </ActionReview>
  );
}
