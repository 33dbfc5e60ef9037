import { useState } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { type Bucket, ladderOf, type Rung } from "./ladder.ts";
import { ObligationRows } from "./ObligationRows.tsx";
import { useText } from "./useText.ts";

interface LadderProps {
  rows: readonly ReceivableRow[];
  currency: number;
  today: number;
}

/** What falls due in which span of days; each span opens its receivables. */
export function Ladder({ rows, currency, today }: LadderProps) {
  const t = useText();
  const [open, setOpen] = useState<Bucket | null>(null);
  const ladder = ladderOf(rows, currency, today);
  const columns = useLadderColumns(currency, open, (bucket) => setOpen(open === bucket ? null : bucket));
  const opened = ladder.find(({ bucket }) => bucket === open);
  return (
    <div className="grid gap-3">
      <Bars ladder={ladder} />
      <Table
        caption={t("ladder.caption")}
        hideCaption
        rows={ladder}
        rowKey={({ bucket }) => bucket}
        isCurrent={({ bucket }) => bucket === open}
        columns={columns}
        exportAs={t("ladder.file")}
      />
      {opened && (
        <ObligationRows
          caption={t("rows.bucket", { bucket: t(`bucket.${opened.bucket}`) })}
          rows={opened.rows}
          today={today}
        />
      )}
    </div>
  );
}

/** The table below says the same; so this picture is for the eye only. */
function Bars({ ladder }: { ladder: readonly Rung<ReceivableRow>[] }) {
  const t = useText();
  return (
    <div
      aria-hidden
      className="card grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 px-3 py-3 text-sm text-muted"
    >
      {ladder.map(({ bucket, share }) => (
        <div key={bucket} className="contents">
          <span>{t(`bucket.${bucket}`)}</span>
          <span className="block h-3.5 rounded-sm bg-sunken">
            <span
              className={`block h-full rounded-sm ${bucket === "overdue" ? "bg-danger" : "bg-accent"}`}
              style={{ width: `${share / 10}%` }}
            />
          </span>
        </div>
      ))}
    </div>
  );
}

function useLadderColumns(
  currency: number,
  open: Bucket | null,
  onToggle: (bucket: Bucket) => void,
): Column<Rung<ReceivableRow>>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  return [
    {
      key: "bucket",
      header: t("ladder.bucket"),
      isRowHeader: true,
      cell: ({ bucket }) => t(`bucket.${bucket}`),
      value: ({ bucket }) => t(`bucket.${bucket}`),
    },
    {
      key: "count",
      header: t("ladder.count"),
      numeric: true,
      cell: ({ rows }) => format.count(rows.length),
      value: ({ rows }) => values.count(rows.length),
    },
    {
      key: "amount",
      header: t("ladder.amount"),
      numeric: true,
      cell: ({ amount }) => <Amount strong text={money(amount, currency)} />,
      value: ({ amount }) => values.amount(amount, currency),
    },
    {
      key: "open",
      header: t("ladder.action"),
      cell: ({ bucket, rows }) =>
        rows.length > 0 && (
          <Button
            size="sm"
            aria-expanded={bucket === open}
            aria-label={`${t(bucket === open ? "ladder.close" : "ladder.open")} ${t(`bucket.${bucket}`)}`}
            onClick={() => onToggle(bucket)}
          >
            {t(bucket === open ? "ladder.close" : "ladder.open")}
          </Button>
        ),
    },
  ];
}
