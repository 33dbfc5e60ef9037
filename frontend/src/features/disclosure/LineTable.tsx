import { Link } from "@tanstack/react-router";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import type { Statement, StatementLine } from "../../domain/supplier-finance.ts";
import { Amount } from "../../ui/Amount.tsx";
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
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { nameOf } = useDirectory();
  const rows = new Map<string, ReceivableRow>(receivables.map((row) => [row.id, row]));
  const supplier = ({ id }: StatementLine) => nameOf(rows.get(id)?.creditor ?? "");
  const amount = (
    key: "opening" | "confirmed" | "paid" | "closing" | "financedClosing",
    pick: (line: StatementLine) => bigint,
  ): Column<StatementLine> => ({
    key,
    header: t(`lines.${key}`),
    numeric: true,
    cell: (line) => <Amount text={money(pick(line), currency)} />,
    value: (line) => values.amount(pick(line), currency),
  });
  if (lines.length === 0) return <EmptyState title={t("lines.empty")}>{t("lines.emptyHint")}</EmptyState>;
  return (
    <Table
      caption={t("lines.caption")}
      hideCaption
      rows={lines}
      rowKey={({ id }) => id}
      exportAs={`${t("lines.file")}_${file}`}
      columns={[
        { key: "supplier", header: t("lines.supplier"), isRowHeader: true, cell: supplier, value: supplier },
        {
          key: "id",
          header: t("lines.receivable"),
          cell: ({ id }) => (
            <Link to="/receivables/$id" params={{ id }} className="font-mono text-sm text-accent underline">
              {shortReceivableId(BigInt(id))}
            </Link>
          ),
          value: ({ id }) => id,
        },
        {
          key: "due",
          header: t("lines.due"),
          numeric: true,
          cell: ({ id }) => format.day(rows.get(id)?.dueDay ?? 0),
          value: ({ id }) => values.day(rows.get(id)?.dueDay ?? 0),
        },
        amount("opening", ({ opening }) => opening),
        amount("confirmed", ({ confirmed }) => confirmed),
        amount("paid", ({ paidDue, paidEarly, paidByProgramme }) => paidDue + paidEarly + paidByProgramme),
        amount("closing", ({ closing }) => closing),
        amount("financedClosing", ({ financedClosing }) => financedClosing),
      ]}
    />
  );
}
