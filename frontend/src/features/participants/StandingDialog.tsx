import type { Address } from "viem";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { useText } from "./text.ts";

export interface StandingChange {
  action: "suspend" | "restore";
  account: Address;
  name: string;
}

/** Suspends a participant or restores it, once the operator has read what that means. */
export function StandingDialog({ change, onClose }: { change: StandingChange; onClose: () => void }) {
  const t = useText();
  const { addresses } = useDeployment();
  const { action, account, name } = change;
  const call = contractCall({ address: addresses.ledger, abi: ledgerAbi, functionName: action, args: [account] });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${action}.title`, { name })}
      facts={[
        { label: t("fact.organisation"), value: name },
        { label: t("fact.account"), value: <Copyable value={account} shown={account} /> },
        { label: t("fact.effect"), value: t(`${action}.explain`) },
      ]}
      confirmLabel={t(`${action}.open`)}
      steps={[{ name: t(`${action}.open`), call }]}
      outcome={() => t(`${action}.done`, { name })}
    />
  );
}
