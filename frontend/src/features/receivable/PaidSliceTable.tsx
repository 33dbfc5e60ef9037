import type { SlicePaymentRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import type { HolderMark } from "../../ui/holderMarks.ts";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";
import { Who } from "./Who.tsx";

interface PaidSliceTableProps {
  rows: readonly SlicePaymentRow[];
  currency: number;
  judged: JudgedReceivable | null;
  marks: ReadonlyMap<string, HolderMark>;
}

/** How the obligor's money reached the holders. */
export function PaidSliceTable({ rows, currency, judged, marks }: PaidSliceTableProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  const columns: Column<SlicePaymentRow>[] = [
    {
      key: "holder",
      header: t("slices.column.holder"),
      isRowHeader: true,
      cell: ({ holder }) => (
        <span>
          <HolderBadge mark={marks.get(holder)} />
          <Who account={holder} />
        </span>
      ),
      value: ({ holder }) => nameOf(holder),
    },
    {
      key: "amount",
      header: t("slices.paidAmount"),
      numeric: true,
      cell: ({ amount, setAside }) => (
        <>
          {money(amount, currency)}
          {setAside && <span className="block text-sm text-warning">{t("slices.setAside")}</span>}
        </>
      ),
      value: ({ amount }) => values.amount(amount, currency),
    },
    {
      key: "when",
      header: t("slices.paidAt"),
      cell: ({ timestamp }) => judged && format.time(timestamp, judged.policy.utcOffsetHours),
      value: ({ timestamp }) => values.time(timestamp),
    },
  ];
  return (
    <Table
      exportAs={t("slices.paidFile")}
      caption={t("slices.paidCaption")}
      columns={columns}
      rows={rows}
      rowKey={({ sliceId }) => sliceId}
    />
  );
}
