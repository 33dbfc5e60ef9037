import { Link } from "@tanstack/react-router";
import type { Freeze } from "../../app/data/queries/legalOrders.ts";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useChainHead } from "../../app/data/useChainHead.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";
import { useReasonText } from "./useReasonText.ts";

interface FreezeTableProps {
  rows: readonly Freeze[];
  /** Undefined for who may only read. */
  onRelease: ((freeze: Freeze) => void) | undefined;
}

export function FreezeTable({ rows, onRelease }: FreezeTableProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const reasonText = useReasonText();
  const utcOffsetHours = useUtcOffset();
  const timestamp = useChainHead().data?.timestamp;
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const cents = ({ receivableId, start, end }: Freeze) =>
    `${shortReceivableId(BigInt(receivableId))} ${rangeText(start, end, format.count)}`;
  const columns: Column<Freeze>[] = [
    {
      key: "cents",
      header: t("column.cents"),
      isRowHeader: true,
      cell: (row) => (
        <Link
          to="/receivables/$id/tree"
          params={{ id: row.receivableId }}
          search={{ slice: row.sliceId }}
          className="figures text-sm text-accent underline underline-offset-2"
        >
          {cents(row)}
        </Link>
      ),
      value: cents,
    },
    {
      key: "amount",
      header: t("column.amount"),
      numeric: true,
      cell: ({ start, end, receivable }) => money(end - start, receivable.currency),
      value: ({ start, end, receivable }) => values.amount(end - start, receivable.currency),
    },
    {
      key: "holder",
      header: t("column.holder"),
      cell: ({ holder }) => nameOf(holder),
      value: ({ holder }) => nameOf(holder),
    },
    {
      key: "order",
      header: t("column.order"),
      cell: ({ reason, document, by }) => (
        <span className="grid gap-0.5 max-sm:justify-items-end max-sm:text-end">
          {reasonText(reason)}
          <span className="text-sm whitespace-nowrap text-muted">
            <Copyable value={document} shown={`${document.slice(0, 10)}…`} />
          </span>
          <span className="text-sm text-muted">{t("enteredBy", { name: nameOf(by) })}</span>
        </span>
      ),
      value: ({ reason }) => reasonText(reason),
    },
    {
      key: "until",
      header: t("column.until"),
      cell: ({ until }) => (
        <span className="grid justify-items-start max-sm:justify-items-end gap-1">
          <span className="figures">{format.time(until, utcOffsetHours)}</span>
          {timestamp !== undefined && until < timestamp && <StatusPill tone="warning">{t("ranOut")}</StatusPill>}
        </span>
      ),
      value: ({ until }) => values.time(until),
    },
    ...(onRelease
      ? [
          {
            key: "release",
            header: t("column.act"),
            cell: (row: Freeze) => (
              <Button size="sm" onClick={() => onRelease(row)}>
                {t("release.open")}
                <span className="sr-only"> {cents(row)}</span>
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      exportAs={t("freezes.file")}
      alsoExported={[
        { header: t("column.receivable"), value: ({ receivableId }) => receivableId },
        { header: t("column.document"), value: ({ document }) => document },
        { header: t("column.by"), value: ({ by }) => nameOf(by) },
      ]}
      caption={t("freezes.caption", { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
