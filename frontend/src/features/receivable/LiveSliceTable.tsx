import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { SLICE_TONES } from "../../app/history/tones.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { sliceState } from "../../domain/slice-state.ts";
import { HolderBadge } from "../../ui/HolderBadge.tsx";
import type { HolderMark } from "../../ui/holderMarks.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";
import { Who } from "./Who.tsx";

interface LiveSliceTableProps {
  row: ReceivableRow;
  slices: readonly SliceRow[];
  judged: JudgedReceivable | null;
  marks: ReadonlyMap<string, HolderMark>;
  isCurrent: (row: SliceRow) => boolean;
}

export function LiveSliceTable({ row, slices, judged, marks, isCurrent }: LiveSliceTableProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
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
      value: ({ start, end }) => `[${start}, ${end})`,
    },
    {
      key: "holder",
      header: t("slices.column.holder"),
      cell: ({ holder }) => <Who account={holder} />,
      value: ({ holder }) => nameOf(holder),
    },
    {
      key: "amount",
      header: t("slices.column.amount"),
      numeric: true,
      cell: ({ face }) => money(face, row.currency),
      value: ({ face }) => values.amount(face, row.currency),
    },
    {
      key: "hops",
      header: t("slices.column.hops"),
      numeric: true,
      cell: ({ hops }) => (judged ? t("slices.hops", { hops, most: judged.policy.maxHops }) : hops),
      value: ({ hops }) => values.count(hops),
    },
    {
      key: "since",
      header: t("slices.column.since"),
      cell: ({ heldSince }) => judged && format.time(heldSince, judged.policy.utcOffsetHours),
      value: ({ heldSince }) => values.time(heldSince),
    },
    {
      key: "state",
      header: t("slices.column.state"),
      cell: (slice) => {
        if (!judged) return null;
        const state = sliceState(slice, row, null, judged);
        return <StatusPill tone={SLICE_TONES[state]}>{t(`slices.state.${state}`)}</StatusPill>;
      },
      value: (slice) => judged && t(`slices.state.${sliceState(slice, row, null, judged)}`),
    },
  ];
  return (
    <Table
      caption={t("slices.caption")}
      exportAs={t("slices.file")}
      alsoExported={[{ header: t("slices.column.id"), value: ({ id }) => id }]}
      columns={columns}
      rows={slices}
      rowKey={({ id }) => id}
      isCurrent={isCurrent}
    />
  );
}
