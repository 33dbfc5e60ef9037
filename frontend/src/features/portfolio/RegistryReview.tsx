import { useState } from "react";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { registryHash } from "./registry-hash.ts";
import { useText } from "./text.ts";

interface RegistryReviewProps {
  holding: Holding;
  number: string;
  day: number;
  onBack: () => void;
  onDone: () => void;
}

export function RegistryReview({ holding, number, day, onBack, onDone }: RegistryReviewProps) {
  const t = useText();
  const format = useFormat();
  const { ledger } = useDeployment().addresses;
  const [isRecorded, setRecorded] = useState(false);
  const hash = registryHash(number);
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "recordRegistryEntry",
    args: [BigInt(holding.id), hash, day],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => {
        if (open) return;
        if (isRecorded) onDone();
        else onBack();
      }}
      title={t("registry.title")}
      facts={[
        {
          label: t("registry.receivable"),
          value: <span className="font-mono">{shortReceivableId(BigInt(holding.receivableId))}</span>,
        },
        { label: t("registry.number"), value: number.trim() },
        { label: t("registry.date"), value: format.day(day) },
        { label: t("registry.hash"), value: <Copyable value={hash} shown={`${hash.slice(0, 14)}…`} /> },
      ]}
      irrevocable
      confirmLabel={t("registry.confirm")}
      steps={[{ name: t("registry.title"), call }]}
      onConfirmed={() => setRecorded(true)}
      outcome={() => t("registry.done")}
    >
      <p>{t("registry.effect")}</p>
    </ActionReview>
  );
}
