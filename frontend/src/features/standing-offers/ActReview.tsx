import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useOfferWords } from "./useOfferWords.ts";
import { useText } from "./useText.ts";

export type OfferAct = "pause" | "resume" | "withdraw";

interface ActReviewProps {
  act: OfferAct;
  offer: StandingOfferRow;
  onClose: () => void;
}

const FUNCTIONS = { pause: "pauseOffer", resume: "resumeOffer", withdraw: "withdrawOffer" } as const;

/** An offer paused, resumed or withdrawn. */
export function ActReview({ act, offer, onClose }: ActReviewProps) {
  const t = useText();
  const money = useMoney();
  const words = useOfferWords();
  const { addresses } = useDeployment();
  const call = contractCall({
    address: addresses.discountDesk,
    abi: discountDeskAbi,
    functionName: FUNCTIONS[act],
    args: [offer.id],
  });
  const told = { obligors: words.names(offer.obligors), rates: words.rates(offer.tiers) };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}.title`)}
      facts={[
        { label: t("act.offer"), value: t("act.offerText", told) },
        { label: t("act.left"), value: <Amount text={money(offer.limit - offer.used, offer.currency)} /> },
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
