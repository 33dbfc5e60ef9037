import { Link } from "@tanstack/react-router";
import type { Hold } from "../../app/data/queries/legalOrders.ts";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

interface HoldTableProps {
  rows: readonly Hold[];
  /** Undefined for who may only read. */
  onEnd: ((hold: Hold) => void) | undefined;
}

export function HoldTable({ rows, onEnd }: HoldTableProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const utcOffsetHours = useUtcOffset();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const columns: Column<Hold>[] = [
    {
      key: "receivable",
      header: t("column.receivable"),
      isRowHeader: true,
      cell: ({ receivableId }) => (
        <Link
          to="/receivables/$id"
          params={{ id: receivableId }}
          className="font-mono text-sm text-accent underline underline-offset-2"
        >
          {shortReceivableId(BigInt(receivableId))}
        </Link>
      ),
      value: ({ receivableId }) => receivableId,
    },
    {
      key: "face",
      header: t("column.face"),
      numeric: true,
      cell: ({ receivable }) => money(receivable.face, receivable.currency),
      value: ({ receivable }) => values.amount(receivable.face, receivable.currency),
    },
    {
      key: "obligor",
      header: t("column.obligor"),
      cell: ({ receivable }) => nameOf(receivable.obligor),
      value: ({ receivable }) => nameOf(receivable.obligor),
    },
    {
      key: "until",
      header: t("column.until"),
      cell: ({ until }) => format.time(until, utcOffsetHours),
      value: ({ until }) => values.time(until),
    },
    {
      key: "document",
      header: t("column.document"),
      cell: ({ document }) => (
        <span className="whitespace-nowrap">
          <Copyable value={document} shown={`${document.slice(0, 10)}…`} />
        </span>
      ),
      value: ({ document }) => document,
    },
    { key: "by", header: t("column.by"), cell: ({ by }) => nameOf(by), value: ({ by }) => nameOf(by) },
    ...(onEnd
      ? [
          {
            key: "end",
            header: t("column.act"),
            cell: (row: Hold) => (
              <Button size="sm" onClick={() => onEnd(row)}>
                {t("endHold.open")}
                <span className="sr-only"> {shortReceivableId(BigInt(row.receivableId))}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      exportAs={t("holds.file")}
      caption={t("holds.caption", { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
