import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { EarlyPaymentRow, ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface EarlyPaymentTableProps {
  payments: readonly EarlyPaymentRow[];
  programmes: readonly ProgrammeRow[];
  /** Whose page it is: the other party is named. */
  side: "obligor" | "holder";
  clock: LedgerClock;
}

/** What was paid early, and what it cost. */
export function EarlyPaymentTable({ payments, programmes, side, clock }: EarlyPaymentTableProps) {
  const t = useText();
  const columns = useColumns(programmes, side, clock.policy.utcOffsetHours);
  if (payments.length === 0) {
    return <EmptyState title={t("used.empty")}>{t(`used.emptyHint.${side}`)}</EmptyState>;
  }
  return (
    <Table
      caption={t("used.caption")}
      hideCaption
      rows={payments}
      rowKey={({ id }) => id}
      columns={columns}
      exportAs={t("used.file")}
    />
  );
}

function useColumns(
  programmes: readonly ProgrammeRow[],
  side: "obligor" | "holder",
  utcOffsetHours: number,
): Column<EarlyPaymentRow>[] {
  const t = useText();
  const format = useFormat();
  const values = useSheetValues();
  const common = useCommonColumns<EarlyPaymentRow>();
  const otherOf = (row: EarlyPaymentRow) => (side === "obligor" ? row.holder : row.obligor);
  const currencyOf = ({ programmeId }: EarlyPaymentRow) =>
    programmes.find(({ id }) => id === programmeId)?.currency ?? 0;
  const amount = (key: "face" | "discount" | "net") =>
    common.amount({ key, header: t(`used.${key}`), strong: key === "net" }, (row) => [row[key], currencyOf(row)]);
  return [
    common.party({ key: "party", header: t(`used.${side}`), isRowHeader: true }, otherOf),
    common.receivable({ key: "receivable", header: t("used.receivable") }, ({ receivableId }) => receivableId),
    amount("face"),
    common.percent({ key: "rate", header: t("used.rate") }, ({ ratePpm }) => ratePpm),
    common.count({ key: "days", header: t("used.days") }, ({ days }) => days),
    amount("discount"),
    amount("net"),
    {
      key: "time",
      header: t("used.time"),
      numeric: true,
      cell: ({ timestamp }) => format.time(timestamp, utcOffsetHours),
      value: ({ timestamp }) => values.time(timestamp),
    },
  ];
}
