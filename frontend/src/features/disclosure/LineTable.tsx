import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { Statement, StatementLine } from "../../domain/supplier-finance.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

interface LineTableProps {
  statement: Statement;
  receivables: readonly ReceivableRow[];
  currency: number;
  file: string;
}

/** The receivables that the statement is the sum of. */
export function LineTable({ statement: { lines }, receivables, currency, file }: LineTableProps) {
  const t = useText();
  const common = useCommonColumns<StatementLine>();
  const rows = new Map<string, ReceivableRow>(receivables.map((row) => [row.id, row]));
  const amount = (
    key: "opening" | "confirmed" | "paid" | "closing" | "financedClosing",
    pick: (line: StatementLine) => bigint,
  ): Column<StatementLine> => common.amount({ key, header: t(`lines.${key}`) }, (line) => [pick(line), currency]);
  if (lines.length === 0) return <EmptyState title={t("lines.empty")}>{t("lines.emptyHint")}</EmptyState>;
  return (
    <Table
      caption={t("lines.caption")}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      exportAs={`${t("lines.file")}_${file}`}
      columns={[
        common.party(
          { key: "supplier", header: t("lines.supplier"), isRowHeader: true },
          ({ id }) => rows.get(id)?.creditor ?? "",
        ),
        common.receivable({ key: "id", header: t("lines.receivable") }, ({ id }) => id),
        common.day({ key: "due", header: t("lines.due") }, ({ id }) => rows.get(id)?.dueDay ?? 0),
        amount("opening", ({ opening }) => opening),
        amount("confirmed", ({ confirmed }) => confirmed),
        amount("paid", ({ paidDue, paidEarly, paidByProgramme }) => paidDue + paidEarly + paidByProgramme),
        amount("closing", ({ closing }) => closing),
        amount("financedClosing", ({ financedClosing }) => financedClosing),
      ]}
    />
  );
}
