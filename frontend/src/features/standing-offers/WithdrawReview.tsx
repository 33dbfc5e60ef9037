import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useText } from "./useText.ts";

export function WithdrawReview({ offer, onClose }: { offer: StandingOfferRow; onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const call = contractCall({
    address: addresses.discountDesk,
    abi: discountDeskAbi,
    functionName: "withdrawOffer",
    args: [offer.id],
  });
  const told = { obligor: nameOf(offer.obligor), rate: format.percent(BigInt(offer.ratePpm)) };
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("withdraw.title")}
      facts={[
        { label: t("withdraw.offer"), value: t("withdraw.offerText", told) },
        { label: t("withdraw.left"), value: <Amount text={money(offer.limit - offer.used, offer.currency)} /> },
      ]}
      irrevocable
      confirmLabel={t("withdraw.confirm")}
      steps={[{ name: t("withdraw.confirm"), call }]}
      outcome={() => t("withdraw.done")}
    >
      <p>{t("withdraw.effect")}</p>
    </ActionReview>
  );
}
