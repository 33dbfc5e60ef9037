import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import type { HolderMark } from "../../ui/holderMarks.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { sliceState } from "./slice-state.ts";
import { useText } from "./text.ts";
import { Who } from "./Who.tsx";

interface LiveSliceTableProps {
  rows: readonly SliceRow[];
  currency: number;
  judged: JudgedReceivable | null;
  marks: ReadonlyMap<string, HolderMark>;
  isCurrent: (row: SliceRow) => boolean;
}

export function LiveSliceTable({ rows, currency, judged, marks, isCurrent }: LiveSliceTableProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const columns: Column<SliceRow>[] = [
    {
      key: "range",
      header: t("slices.column.range"),
      isRowHeader: true,
      cell: ({ start, end, holder }) => (
        <span className="figures">
          <HolderBadge mark={marks.get(holder)} />
          {rangeText(start, end, format.count)}
        </span>
      ),
    },
    { key: "holder", header: t("slices.column.holder"), cell: ({ holder }) => <Who account={holder} /> },
    { key: "amount", header: t("slices.column.amount"), numeric: true, cell: ({ face }) => money(face, currency) },
    {
      key: "hops",
      header: t("slices.column.hops"),
      numeric: true,
      cell: ({ hops }) => (judged ? t("slices.hops", { hops, most: judged.policy.maxHops }) : hops),
    },
    {
      key: "since",
      header: t("slices.column.since"),
      cell: ({ heldSince }) => judged && format.time(heldSince, judged.policy.utcOffsetHours),
    },
    {
      key: "state",
      header: t("slices.column.state"),
      cell: ({ flags }) => {
        const state = sliceState(flags);
        return <StatusPill tone={state === "free" ? "neutral" : "warning"}>{t(`slices.state.${state}`)}</StatusPill>;
      },
    },
  ];
  return (
    <Table caption={t("slices.caption")} columns={columns} rows={rows} rowKey={({ id }) => id} isCurrent={isCurrent} />
  );
}
