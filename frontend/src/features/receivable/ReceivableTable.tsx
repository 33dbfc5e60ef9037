import { Link } from "@tanstack/react-router";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { FlagPills } from "../../app/history/FlagPills.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

export function ReceivableTable({ rows }: { rows: readonly ReceivableRow[] }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const judge = useJudgeReceivable();
  const { nameOf } = useDirectory();
  const columns: Column<ReceivableRow>[] = [
    {
      key: "id",
      header: t("list.column.id"),
      isRowHeader: true,
      cell: ({ id }) => (
        <Link
          to="/receivables/$id"
          params={{ id }}
          className="font-mono text-sm text-accent underline underline-offset-2"
        >
          {shortReceivableId(BigInt(id))}
        </Link>
      ),
    },
    { key: "obligor", header: t("list.column.obligor"), cell: ({ obligor }) => nameOf(obligor) },
    { key: "creditor", header: t("list.column.creditor"), cell: ({ creditor }) => nameOf(creditor) },
    { key: "face", header: t("list.column.face"), numeric: true, cell: ({ face, currency }) => money(face, currency) },
    { key: "dueDay", header: t("list.column.dueDay"), cell: ({ dueDay }) => format.day(dueDay) },
    {
      key: "state",
      header: t("list.column.state"),
      cell: (row) => {
        const judged = judge(row);
        return (
          judged && (
            <span className="inline-flex flex-wrap gap-1">
              <StatePill state={judged.state} />
              <FlagPills row={row} timestamp={judged.timestamp} />
            </span>
          )
        );
      },
    },
  ];
  return (
    <Table caption={t("list.caption", { count: rows.length })} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}
