import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { PaymentRow } from "../../app/data/queries/offers.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface PastPaymentsProps {
  payments: readonly PaymentRow[];
  currencyOf: (receivableId: string) => number;
  utcOffsetHours: number;
}

export function PastPayments({ payments, currencyOf, utcOffsetHours }: PastPaymentsProps) {
  const t = useText();
  const common = useCommonColumns<PaymentRow>();
  const format = useFormat();
  const values = useSheetValues();
  if (payments.length === 0) return <EmptyState title={t("paid.empty")}>{t("paid.emptyHint")}</EmptyState>;
  const amount = (key: "penalty" | "face") =>
    common.amount({ key, header: t(`paid.${key}`) }, (row) => [row[key], currencyOf(row.receivableId)]);
  return (
    <Table
      caption={t("paid.caption")}
      hideCaption
      rows={payments}
      exportAs={t("paid.file")}
      rowKey={({ id }) => id}
      columns={[
        common.receivable(
          { key: "id", header: t("paid.receivable"), isRowHeader: true },
          ({ receivableId }) => receivableId,
        ),
        {
          key: "time",
          header: t("paid.time"),
          numeric: true,
          cell: ({ timestamp }) => format.time(timestamp, utcOffsetHours),
          value: ({ timestamp }) => values.time(timestamp),
        },
        common.count({ key: "late", header: t("paid.late") }, ({ daysLate }) => daysLate),
        amount("penalty"),
        amount("face"),
      ]}
    />
  );
}
