import { useState } from "react";
import { parseEventLogs, type TransactionReceipt } from "viem";
import { useConnection, usePublicClient } from "wagmi";
import { useParticipant } from "../../app/data/queries/participants.ts";
import { hasEnabledDesk, useDeskIndex } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { type ActionStep, type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { earlyPaymentDeskAbi, ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { AcceptedOffer } from "./useEarlyQuotes.ts";
import { useText } from "./useText.ts";

const DESKS_SHIFT = 16n;

type AcceptReviewProps = AcceptedOffer & { onClose: () => void };

/** The slice back to its obligor for cash, at the figure shown or not at all. */
export function AcceptReview(props: AcceptReviewProps) {
  const { address } = useConnection();
  const { data: me } = useParticipant(address);
  const index = useDeskIndex(useDeployment().addresses.earlyPaymentDesk);
  if (!me || index === undefined) return null;
  return <Review {...props} isEnabled={hasEnabledDesk(me.desks, index)} />;
}

function Review({ slice, programme, price, isEnabled, onClose }: AcceptReviewProps & { isEnabled: boolean }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { steps, needsEnabling } = useAcceptSteps({ slice, programme, price }, isEnabled);
  const { currency, dueDay } = slice.receivable;
  const amount = (minor: bigint) => <Amount text={money(minor, currency)} />;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("accept.title", { obligor: nameOf(programme.obligor) })}
      facts={[
        { label: t("offers.face"), value: amount(price.face) },
        { label: t("offers.due"), value: `${format.day(dueDay)} · ${t("offers.days", { count: price.days })}` },
        { label: t("offers.discount"), value: amount(price.discount) },
        { label: t("offers.net"), value: <Amount strong text={money(price.net, currency)} /> },
      ]}
      irrevocable
      confirmLabel={t("accept.confirm", { amount: money(price.net, currency) })}
      steps={steps}
      outcome={(receipt) => <Outcome receipt={receipt} currency={currency} />}
    >
      <p>{t("accept.effect", { obligor: nameOf(programme.obligor) })}</p>
      {needsEnabling && <Callout>{t("accept.enabling")}</Callout>}
    </ActionReview>
  );
}

/** What the desk's own event says was paid. */
function Outcome({ receipt, currency }: { receipt: TransactionReceipt; currency: number }) {
  const t = useText();
  const money = useMoney();
  const [paid] = parseEventLogs({ abi: earlyPaymentDeskAbi, eventName: "PaidEarly", logs: receipt.logs });
  if (!paid) return t("accept.missing");
  const { net, discount } = paid.args.price;
  return (
    <p data-testid="early-receipt">
      {t("accept.done", { net: money(BigInt(net), currency), discount: money(BigInt(discount), currency) })}
    </p>
  );
}

/** The acceptance, and before it once the permission it needs. @param isEnabled As it was when the dialog opened. */
function useAcceptSteps({ slice, programme, price }: AcceptedOffer, isEnabled: boolean) {
  const t = useText();
  const client = usePublicClient();
  const { address } = useConnection();
  const { ledger, earlyPaymentDesk } = useDeployment().addresses;
  // The list of steps stays as it was begun, also when the first one has changed what it was made from.
  const [needsEnabling] = useState(!isEnabled);
  const enable = async (): Promise<ContractCall | null> => {
    if (!client || !address) throw new Error("No account is connected.");
    const on = { address: ledger, abi: ledgerAbi } as const;
    const [{ index }, word] = await Promise.all([
      client.readContract({ ...on, functionName: "deskOf", args: [earlyPaymentDesk] }),
      client.readContract({ ...on, functionName: "participantOf", args: [address] }),
    ]);
    const isDone = ((word >> (DESKS_SHIFT + BigInt(index))) & 1n) === 1n;
    return isDone ? null : contractCall({ ...on, functionName: "setDeskEnabled", args: [earlyPaymentDesk, true] });
  };
  const call = contractCall({
    address: earlyPaymentDesk,
    abi: earlyPaymentDeskAbi,
    functionName: "accept",
    args: [BigInt(slice.id), programme.id, uint48(price.net)],
  });
  const accept: ActionStep = { name: t("accept.step"), call };
  const steps: ActionStep[] = needsEnabling ? [{ name: t("accept.stepEnable"), call: enable }, accept] : [accept];
  return { needsEnabling, steps };
}
