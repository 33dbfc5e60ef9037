import { useState } from "react";
import { isAddress } from "viem";
import type { CashPosition } from "../../app/data/queries/cash.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { settlementDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useText } from "./useText.ts";

interface ClaimReviewProps {
  position: CashPosition;
  onClose: () => void;
}

export function ClaimReview({ position: { currency, setAside }, onClose }: ClaimReviewProps) {
  const t = useText();
  const money = useMoney();
  const { addresses } = useDeployment();
  const { account } = useMe();
  const [to, setTo] = useState<string>(account ?? "");
  const amount = money(setAside, currency.index);
  const steps =
    account && isAddress(to)
      ? [
          {
            name: t("claim.confirm"),
            call: contractCall({
              address: addresses.settlementDesk,
              abi: settlementDeskAbi,
              functionName: "claim",
              args: [account, currency.index, to],
            }),
          },
        ]
      : [];
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("claim.title")}
      facts={[{ label: t("claim.amount"), value: <Amount strong text={amount} /> }]}
      irrevocable
      confirmLabel={t("claim.confirm")}
      steps={steps}
      outcome={() => t("claim.done", { amount })}
    >
      <TextField
        label={t("claim.to")}
        hint={t("claim.toHint")}
        value={to}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setTo(event.target.value.trim())}
        error={isAddress(to) ? undefined : t("claim.toInvalid")}
      />
      <p>{t("claim.effect")}</p>
    </ActionReview>
  );
}
