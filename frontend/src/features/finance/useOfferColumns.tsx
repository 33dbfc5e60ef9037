import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Column } from "../../ui/Table.tsx";
import type { TakeableOffer } from "./Offers.tsx";
import { useText } from "./text.ts";

/**
 * @param isPart Only the cash needed is sold: the face differs from offer to offer.
 * @param onTake Null while nothing can be sold.
 */
export function useOfferColumns(
  currency: number,
  isPart: boolean,
  onTake: ((offer: TakeableOffer) => void) | null,
): Column<TakeableOffer>[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const common = useCommonColumns<TakeableOffer>();
  const values = useSheetValues();
  const face: Column<TakeableOffer> = {
    key: "face",
    header: t("offers.face"),
    numeric: true,
    cell: ({ price }) => <Amount data-testid="offer-face" text={money(price.face, currency)} />,
    value: ({ price }) => values.amount(price.face, currency),
  };
  return [
    common.party({ key: "bank", header: t("offers.bank"), isRowHeader: true }, ({ offer }) => offer.bank),
    {
      key: "recourse",
      header: t("offers.recourse"),
      cell: ({ offer }) => <RecoursePill {...offer} />,
      value: ({ offer }) => t(offer.withRecourse ? "recourse.with" : "recourse.without"),
    },
    common.percent({ key: "rate", header: t("offers.rate") }, ({ price }) => price.ratePpm),
    common.count({ key: "days", header: t("offers.days") }, ({ price }) => price.days),
    ...(isPart ? [face] : []),
    {
      key: "discount",
      header: t("offers.discount"),
      numeric: true,
      cell: ({ price }) => <Amount data-testid="offer-discount" text={money(price.discountMinor, currency)} />,
      value: ({ price }) => values.amount(price.discountMinor, currency),
    },
    {
      key: "net",
      header: t("offers.net"),
      numeric: true,
      cell: ({ price }) => <Amount strong data-testid="offer-net" text={money(price.netMinor, currency)} />,
      value: ({ price }) => values.amount(price.netMinor, currency),
    },
    {
      key: "cost",
      header: t("offers.cost"),
      numeric: true,
      cell: ({ price }) =>
        price.yearlyCostPpm === null ? t("offers.unknownCost") : format.percent(price.yearlyCostPpm),
      value: ({ price }) => (price.yearlyCostPpm === null ? null : values.percent(price.yearlyCostPpm)),
    },
    {
      key: "action",
      header: t("offers.action"),
      cell: (offer) => (
        <Button size="sm" variant="primary" disabled={onTake === null} onClick={() => onTake?.(offer)}>
          {t("offers.take")}
        </Button>
      ),
    },
  ];
}

function RecoursePill({ withRecourse }: { withRecourse: boolean }) {
  const t = useText();
  return (
    <StatusPill tone={withRecourse ? "warning" : "neutral"}>
      {t(withRecourse ? "recourse.with" : "recourse.without")}
    </StatusPill>
  );
}
