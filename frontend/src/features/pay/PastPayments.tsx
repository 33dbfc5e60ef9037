import { ReceivableLink } from "../../app/columns/ReceivableLink.tsx";
import type { PaymentRow } from "../../app/data/queries/offers.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
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
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  if (payments.length === 0) return <EmptyState title={t("paid.empty")}>{t("paid.emptyHint")}</EmptyState>;
  const amount = (minor: bigint, id: string) => <Amount text={money(minor, currencyOf(id))} />;
  return (
    <Table
      caption={t("paid.caption")}
      hideCaption
      rows={payments}
      exportAs={t("paid.file")}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "id",
          header: t("paid.receivable"),
          isRowHeader: true,
          cell: ({ receivableId }) => <ReceivableLink id={receivableId} />,
          value: ({ receivableId }) => receivableId,
        },
        {
          key: "time",
          header: t("paid.time"),
          numeric: true,
          cell: ({ timestamp }) => format.time(timestamp, utcOffsetHours),
          value: ({ timestamp }) => values.time(timestamp),
        },
        {
          key: "late",
          header: t("paid.late"),
          numeric: true,
          cell: ({ daysLate }) => format.count(daysLate),
          value: ({ daysLate }) => values.count(daysLate),
        },
        {
          key: "penalty",
          header: t("paid.penalty"),
          numeric: true,
          cell: ({ penalty, receivableId }) => amount(penalty, receivableId),
          value: ({ penalty, receivableId }) => values.amount(penalty, currencyOf(receivableId)),
        },
        {
          key: "face",
          header: t("paid.face"),
          numeric: true,
          cell: ({ face, receivableId }) => amount(face, receivableId),
          value: ({ face, receivableId }) => values.amount(face, currencyOf(receivableId)),
        },
      ]}
    />
  );
}
