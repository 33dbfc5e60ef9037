import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/Table.tsx";
import type { TakeableOffer } from "./Offers.tsx";
import { useText } from "./text.ts";

/** @param onTake Null while nothing can be sold. */
export function useOfferColumns(
  currency: number,
  onTake: ((offer: TakeableOffer) => void) | null,
): Column<TakeableOffer>[] {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  return [
    { key: "bank", header: t("offers.bank"), isRowHeader: true, cell: ({ offer }) => nameOf(offer.bank) },
    {
      key: "rate",
      header: t("offers.rate"),
      numeric: true,
      cell: ({ offer }) => format.percent(BigInt(offer.ratePpm)),
    },
    { key: "days", header: t("offers.days"), numeric: true, cell: ({ quote }) => format.count(quote.days) },
    {
      key: "discount",
      header: t("offers.discount"),
      numeric: true,
      cell: ({ quote }) => <Amount data-testid="offer-discount" text={money(quote.discountMinor, currency)} />,
    },
    {
      key: "net",
      header: t("offers.net"),
      numeric: true,
      cell: ({ quote }) => <Amount strong data-testid="offer-net" text={money(quote.netMinor, currency)} />,
    },
    {
      key: "cost",
      header: t("offers.cost"),
      numeric: true,
      cell: ({ quote }) =>
        quote.yearlyCostPpm === null ? t("offers.unknownCost") : format.percent(quote.yearlyCostPpm),
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
