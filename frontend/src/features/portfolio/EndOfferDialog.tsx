import type { TransferOfferRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useText } from "./text.ts";

interface EndOfferDialogProps {
  /** The payer withdraws, the payee accepts or refuses. */
  kind: "accept" | "refuse" | "withdraw";
  offer: WithReceivable<TransferOfferRow>;
  onClose: () => void;
}

/** How a transfer offer ends, by whichever side. */
export function EndOfferDialog({ kind, offer, onClose }: EndOfferDialogProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const parties = {
    payer: nameOf(offer.from),
    payee: nameOf(offer.payee),
    obligor: nameOf(offer.receivable.obligor),
  };
  const other =
    kind === "withdraw"
      ? { label: t("pay.payee"), value: parties.payee }
      : { label: t("incoming.payer"), value: parties.payer };
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: kind === "accept" ? "accept" : "endOffer",
    args: [BigInt(offer.sliceId)],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${kind}.title`)}
      facts={[other, { label: t("pay.slice"), value: <SliceLine slice={offer} /> }]}
      irrevocable={kind !== "withdraw"}
      confirmLabel={t(`${kind}.confirm`)}
      steps={[{ name: t(`${kind}.title`), call }]}
      outcome={() => t(`${kind}.done`, parties)}
    >
      <p>{t(`${kind}.effect`, parties)}</p>
    </ActionReview>
  );
}
