import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDeskConsent } from "../../app/data/useDeskIndex.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { ChosenSale } from "./Offers.tsx";
import { SaleReceipt } from "./SaleReceipt.tsx";
import { useText } from "./text.ts";
import { useSaleSteps } from "./useSaleSteps.ts";

interface TakeDialogProps {
  slice: WithReceivable<SliceRow>;
  sale: ChosenSale;
  onClose: () => void;
}

/** The sale: slice to the bank, cash to the seller, at the figures shown or not at all. */
export function TakeDialog(props: TakeDialogProps) {
  const isDeskEnabled = useDeskConsent(useDeployment().addresses.discountDesk);
  if (isDeskEnabled === undefined) return null;
  return <Sale {...props} isDeskEnabled={isDeskEnabled} />;
}

function Sale({ slice, sale, isDeskEnabled, onClose }: TakeDialogProps & { isDeskEnabled: boolean }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const facts = useSaleFacts(slice, sale);
  const { needsEnabling, steps } = useSaleSteps(slice, sale, isDeskEnabled);
  const bank = nameOf(sale.offer.bank);
  const others = sale.named.length - 1;
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
      <p>{t(sale.need === null ? "take.effect" : "take.effectPart", { bank })}</p>
      {others > 0 && <p>{t("take.others", { count: others })}</p>}
      {sale.offer.withRecourse && <Callout tone="warning">{t("take.recourse", { bank })}</Callout>}
      {needsEnabling && <Callout>{t("take.enabling")}</Callout>}
    </ActionReview>
  );
}

function useSaleFacts({ face, receivable }: WithReceivable<SliceRow>, { offer, price }: ChosenSale): Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { currency } = receivable;
  const cost = price.yearlyCostPpm === null ? t("offers.unknownCost") : format.percent(price.yearlyCostPpm);
  const kept = { label: t("take.kept"), value: <Amount text={money(face - price.face, currency)} /> };
  return [
    { label: t("take.slice"), value: <Amount data-testid="sale-face" text={money(price.face, currency)} /> },
    ...(price.face === face ? [] : [kept]),
    { label: t("take.owed"), value: nameOf(receivable.obligor) },
    { label: t("take.due"), value: format.day(receivable.dueDay) },
    { label: t("take.rate"), value: <Amount text={format.percent(BigInt(price.ratePpm))} /> },
    { label: t("take.days"), value: <Amount text={format.count(price.days)} /> },
    { label: t("take.discount"), value: <Amount text={money(price.discountMinor, currency)} /> },
    { label: t("take.net"), value: <Amount strong text={money(price.netMinor, currency)} /> },
    { label: t("take.cost"), value: <Amount text={cost} /> },
    { label: t("offers.recourse"), value: t(offer.withRecourse ? "recourse.with" : "recourse.without") },
  ];
}
