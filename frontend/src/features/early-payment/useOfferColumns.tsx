import { ReceivableLink } from "../../app/columns/ReceivableLink.tsx";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useFailureText } from "../../app/transaction/useFailureText.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/Table.tsx";
import type { EarlyOffer, EarlyPrice, QuotedOffer } from "./useEarlyQuotes.ts";
import { useText } from "./useText.ts";

export function useOfferColumns(onAccept: (offer: EarlyOffer, price: EarlyPrice) => void): Column<QuotedOffer>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const common = useCommonColumns<QuotedOffer>();
  const priceOf = ({ answer }: QuotedOffer) => ("price" in answer ? answer.price : null);
  const amount = (key: "discount" | "net"): Column<QuotedOffer> => ({
    key,
    header: t(`offers.${key}`),
    numeric: true,
    cell: (row) => {
      const price = priceOf(row);
      const { currency } = row.slice.receivable;
      return price && <Amount strong={key === "net"} data-testid={`early-${key}`} text={money(price[key], currency)} />;
    },
    value: (row) => {
      const price = priceOf(row);
      return price && values.amount(price[key], row.slice.receivable.currency);
    },
  });
  return [
    common.party(
      { key: "obligor", header: t("offers.obligor"), isRowHeader: true },
      ({ programme }) => programme.obligor,
    ),
    {
      key: "receivable",
      header: t("offers.receivable"),
      cell: ({ slice }) => <ReceivableLink id={slice.receivableId} slice={slice.id} />,
      value: ({ slice }) => slice.id,
    },
    common.amount({ key: "face", header: t("offers.face") }, ({ slice }) => [slice.face, slice.receivable.currency]),
    {
      key: "due",
      header: t("offers.due"),
      numeric: true,
      cell: (row) => (
        <div>
          {format.day(row.slice.receivable.dueDay)}
          {priceOf(row) && <p className="text-sm text-muted">{t("offers.days", { count: priceOf(row)?.days ?? 0 })}</p>}
        </div>
      ),
      value: ({ slice }) => values.day(slice.receivable.dueDay),
    },
    amount("discount"),
    amount("net"),
    {
      key: "action",
      header: t("offers.action"),
      cell: (row) => <Accept row={row} onAccept={(price) => onAccept(row, price)} />,
    },
  ];
}

function Accept({ row, onAccept }: { row: QuotedOffer; onAccept: (price: EarlyPrice) => void }) {
  const t = useText();
  const money = useMoney();
  const failureText = useFailureText();
  const { answer, programme, slice } = row;
  if ("failure" in answer) return <span className="text-sm text-muted">{failureText(answer.failure).advice}</span>;
  const left = programme.budget - programme.spent;
  if (answer.price.net > left) {
    return (
      <span className="text-sm text-muted">{t("offers.overBudget", { left: money(left, programme.currency) })}</span>
    );
  }
  return (
    <Button
      size="sm"
      variant="primary"
      aria-label={`${t("offers.accept")} ${money(slice.face, slice.receivable.currency)}`}
      onClick={() => onAccept(answer.price)}
    >
      {t("offers.accept")}
    </Button>
  );
}
