import { useState } from "react";
import { getAddress } from "viem";
import { useLoanMoneySetAside } from "../../app/data/queries/loans.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useMe, useMyAccounts } from "../../app/session/useMe.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

interface SetAside {
  account: string;
  currency: number;
  amount: bigint;
}

/** Money of loans that could not reach the company and waits for it. */
export function MoneyWaiting() {
  const t = useText();
  const money = useMoney();
  const { data: waiting = [] } = useLoanMoneySetAside(useMyAccounts());
  const [claimed, setClaimed] = useState<SetAside | null>(null);
  return (
    <>
      {waiting.map((row) => (
        <Callout
          key={`${row.account}/${row.currency}`}
          tone="warning"
          title={t("claim.waiting", { amount: money(row.amount, row.currency) })}
          actions={
            <Button size="sm" onClick={() => setClaimed(row)}>
              {t("claim.claim")}
            </Button>
          }
        >
          {t("claim.why")}
        </Callout>
      ))}
      {claimed && <ClaimReview claimed={claimed} onClose={() => setClaimed(null)} />}
    </>
  );
}

function ClaimReview({ claimed, onClose }: { claimed: SetAside; onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const { account } = useMe();
  const { pledgeDesk } = useDeployment().addresses;
  if (!account) return null;
  const amount = money(claimed.amount, claimed.currency);
  const call = contractCall({
    ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "claim" },
    args: [getAddress(claimed.account), claimed.currency, account],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("claim.title")}
      facts={[{ label: t("claim.amount"), value: <Amount strong text={amount} /> }]}
      irrevocable
      confirmLabel={t("claim.confirm")}
      steps={[{ name: t("claim.confirm"), call }]}
      outcome={() => t("claim.done", { amount })}
    >
      <p>{t("claim.effect")}</p>
    </ActionReview>
  );
}
