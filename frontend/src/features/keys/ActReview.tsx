import { getAddress } from "viem";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { useText } from "./text.ts";

export type Act = "agree" | "veto" | "carryOut";

interface ActReviewProps {
  act: Act;
  replacement: Replacement;
  onClose: () => void;
}

export function ActReview({ act, replacement, onClose }: ActReviewProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const call = useCall(act, replacement);
  const { lost, successor } = replacement;
  const name = nameOf(lost);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`, { name })}
      facts={[
        { label: t("fact.organisation"), value: <bdi className="wrap-anywhere">{name}</bdi> },
        { label: t("fact.lost"), value: <Copyable value={getAddress(lost)} shown={getAddress(lost)} /> },
        { label: t("fact.successor"), value: <Copyable value={getAddress(successor)} shown={getAddress(successor)} /> },
        { label: t("fact.effect"), value: t(`${act}.effect`) },
      ]}
      irrevocable={act !== "agree"}
      confirmLabel={t(`${act}.confirm`)}
      steps={[{ name: t(`${act}.confirm`), call }]}
      outcome={() => t(`${act}.done`, { name })}
    />
  );
}

function useCall(act: Act, { lost, successor }: Replacement): ContractCall {
  const { ledger: address } = useDeployment().addresses;
  switch (act) {
    case "agree":
      return contractCall({ address, abi: ledgerAbi, functionName: "agreeReplacement", args: [lost, successor] });
    case "veto":
      return contractCall({ address, abi: ledgerAbi, functionName: "vetoReplacement", args: [] });
    case "carryOut":
      return contractCall({ address, abi: ledgerAbi, functionName: "replaceKey", args: [lost] });
  }
}
