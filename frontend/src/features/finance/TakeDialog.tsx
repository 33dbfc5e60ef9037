import { useConnection } from "wagmi";
import { useParticipant } from "../../app/data/queries/participants.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { hasEnabledDesk, useDeskIndex } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { TakeableOffer } from "./Offers.tsx";
import { SaleReceipt } from "./SaleReceipt.tsx";
import { useText } from "./text.ts";
import { useSaleSteps } from "./useSaleSteps.ts";

interface TakeDialogProps {
  slice: WithReceivable<SliceRow>;
  taken: TakeableOffer;
  onClose: () => void;
}

/** The sale: slice to the bank, cash to the seller, at the figures shown or not at all. */
export function TakeDialog(props: TakeDialogProps) {
  const { address } = useConnection();
  const { data: me } = useParticipant(address);
  const index = useDeskIndex(useDeployment().addresses.discountDesk);
  if (!me || index === undefined) return null;
  return <Sale {...props} isDeskEnabled={hasEnabledDesk(me.desks, index)} />;
}

function Sale({ slice, taken, isDeskEnabled, onClose }: TakeDialogProps & { isDeskEnabled: boolean }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const facts = useSaleFacts(slice, taken);
  const { needsEnabling, steps } = useSaleSteps(slice, taken, isDeskEnabled);
  const bank = nameOf(taken.offer.bank);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("take.title", { bank })}
      facts={facts}
      irrevocable
      confirmLabel={t("take.confirm")}
      steps={steps}
      outcome={(receipt) => <SaleReceipt receipt={receipt} currency={slice.receivable.currency} />}
    >
      <p>{t("take.effect", { bank })}</p>
      {needsEnabling && <Callout>{t("take.enabling")}</Callout>}
    </ActionReview>
  );
}

function useSaleFacts({ face, receivable }: WithReceivable<SliceRow>, { offer, quote }: TakeableOffer): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { currency } = receivable;
  const cost = quote.yearlyCostPpm === null ? t("offers.unknownCost") : format.percent(quote.yearlyCostPpm);
  return [
    { label: t("take.slice"), value: <Amount text={money(face, currency)} /> },
    { label: t("take.owed"), value: nameOf(receivable.obligor) },
    { label: t("take.due"), value: format.day(receivable.dueDay) },
    { label: t("take.rate"), value: <Amount text={format.percent(BigInt(offer.ratePpm))} /> },
    { label: t("take.days"), value: <Amount text={format.count(quote.days)} /> },
    { label: t("take.discount"), value: <Amount text={money(quote.discountMinor, currency)} /> },
    { label: t("take.net"), value: <Amount strong text={money(quote.netMinor, currency)} /> },
    { label: t("take.cost"), value: <Amount text={cost} /> },
  ];
}
