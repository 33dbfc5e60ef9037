import { Link } from "@tanstack/react-router";
import type { DiscountRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
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
  if (discounts.length === 0) return <EmptyState title={t("bought.empty")}>{t("bought.emptyHint")}</EmptyState>;
  const amount = (minor: bigint, { currency }: DiscountRow) => <Amount text={money(minor, currency)} />;
  return (
    <Table
      caption={t("bought.caption")}
      hideCaption
      rows={discounts}
      rowKey={({ id }) => id}
      columns={[
        { key: "seller", header: t("bought.seller"), isRowHeader: true, cell: ({ seller }) => nameOf(seller) },
        { key: "obligor", header: t("bought.obligor"), cell: ({ obligor }) => nameOf(obligor) },
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
        },
        { key: "face", header: t("bought.face"), numeric: true, cell: (row) => amount(row.face, row) },
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
        },
        { key: "discount", header: t("bought.discount"), numeric: true, cell: (row) => amount(row.discount, row) },
        { key: "net", header: t("bought.net"), numeric: true, cell: (row) => amount(row.net, row) },
        {
          key: "time",
          header: t("bought.time"),
          numeric: true,
          cell: ({ timestamp }) => format.time(timestamp, utcOffsetHours),
        },
      ]}
    />
  );
}
