import { Link } from "@tanstack/react-router";
import type { DiscountRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface PurchasesProps {
  discounts: readonly DiscountRow[];
  utcOffsetHours: number;
}

export function Purchases({ discounts, utcOffsetHours }: PurchasesProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  if (discounts.length === 0) return <EmptyState title={t("bought.empty")}>{t("bought.emptyHint")}</EmptyState>;
  const amount = (minor: bigint, { currency }: DiscountRow) => <Amount text={money(minor, currency)} />;
  return (
    <Table
      caption={t("bought.caption")}
      hideCaption
      rows={discounts}
      exportAs={t("bought.file")}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "seller",
          header: t("bought.seller"),
          isRowHeader: true,
          cell: ({ seller }) => nameOf(seller),
          value: ({ seller }) => nameOf(seller),
        },
        {
          key: "obligor",
          header: t("bought.obligor"),
          cell: ({ obligor }) => nameOf(obligor),
          value: ({ obligor }) => nameOf(obligor),
        },
        {
          key: "receivable",
          header: t("bought.receivable"),
          cell: ({ receivableId, sliceId }) => (
            <Link
              to="/receivables/$id"
              params={{ id: receivableId }}
              search={{ slice: sliceId }}
              className="font-mono text-sm text-accent underline"
            >
              {shortReceivableId(BigInt(receivableId))}
            </Link>
          ),
          value: ({ sliceId }) => sliceId,
        },
        {
          key: "face",
          header: t("bought.face"),
          numeric: true,
          cell: (row) => amount(row.face, row),
          value: (row) => values.amount(row.face, row.currency),
        },
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
        {
          key: "discount",
          header: t("bought.discount"),
          numeric: true,
          cell: (row) => amount(row.discount, row),
          value: (row) => values.amount(row.discount, row.currency),
        },
        {
          key: "net",
          header: t("bought.net"),
          numeric: true,
          cell: (row) => amount(row.net, row),
          value: (row) => values.amount(row.net, row.currency),
        },
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
