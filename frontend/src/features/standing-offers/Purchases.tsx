import { ReceivableLink } from "../../app/columns/ReceivableLink.tsx";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { DiscountRow } from "../../app/data/queries/offers.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface PurchasesProps {
  discounts: readonly DiscountRow[];
  utcOffsetHours: number;
}

export function Purchases({ discounts, utcOffsetHours }: PurchasesProps) {
  const t = useText();
  const format = useFormat();
  const common = useCommonColumns<DiscountRow>();
  const values = useSheetValues();
  if (discounts.length === 0) return <EmptyState title={t("bought.empty")}>{t("bought.emptyHint")}</EmptyState>;
  const amount = (key: "face" | "discount" | "net") =>
    common.amount({ key, header: t(`bought.${key}`) }, (row) => [row[key], row.currency]);
  return (
    <Table
      caption={t("bought.caption")}
      hideCaption
      rows={discounts}
      exportAs={t("bought.file")}
      rowKey={({ id }) => id}
      columns={[
        common.party({ key: "seller", header: t("bought.seller"), isRowHeader: true }, ({ seller }) => seller),
        common.party({ key: "obligor", header: t("bought.obligor") }, ({ obligor }) => obligor),
        {
          key: "receivable",
          header: t("bought.receivable"),
          cell: ({ receivableId, sliceId }) => <ReceivableLink id={receivableId} slice={sliceId} />,
          value: ({ sliceId }) => sliceId,
        },
        amount("face"),
        {
          key: "rate",
          header: t("bought.rate"),
          numeric: true,
          cell: ({ ratePpm, daysToRun, withRecourse }) => (
            <div>
              {format.percent(BigInt(ratePpm))}
              <p className="text-sm text-muted">{t("list.days", { count: daysToRun })}</p>
              {withRecourse && <p className="text-sm text-muted">{t("words.withRecourse")}</p>}
            </div>
          ),
          value: ({ ratePpm }) => values.percent(ratePpm),
        },
        amount("discount"),
        amount("net"),
        {
          key: "time",
          header: t("bought.time"),
          numeric: true,
          cell: ({ timestamp }) => <span className="whitespace-normal">{format.time(timestamp, utcOffsetHours)}</span>,
          value: ({ timestamp }) => values.time(timestamp),
        },
      ]}
    />
  );
}
