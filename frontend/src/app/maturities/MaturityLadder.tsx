import { type ReactNode, useState } from "react";
import { type Bucket, ladderOf, type Maturity, type Rung } from "../../domain/maturity-ladder.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useCommonColumns } from "../columns/useCommonColumns.tsx";
import { useText } from "./text.ts";

/** What falls due, in the words of who pays or of who receives. */
interface LadderTexts {
  caption: string;
  bucket: string;
  count: string;
  amount: string;
  action: string;
  file: string;
}

interface MaturityLadderProps<Row extends Maturity> {
  texts: LadderTexts;
  rows: readonly Row[];
  currency: number;
  today: number;
  /** What is behind a span of days, once it is opened. */
  opened: (rows: readonly Row[], bucket: string) => ReactNode;
}

/** What falls due in which span of days; each span opens what is behind it. */
export function MaturityLadder<Row extends Maturity>(props: MaturityLadderProps<Row>) {
  const { texts, rows, currency, today, opened } = props;
  const t = useText();
  const [open, setOpen] = useState<Bucket | null>(null);
  const ladder = ladderOf(rows, currency, today);
  const columns = useLadderColumns<Row>(texts, currency, open, (bucket) => setOpen(open === bucket ? null : bucket));
  const rung = ladder.find(({ bucket }) => bucket === open);
  return (
    <div className="grid gap-3">
      <Bars ladder={ladder} />
      <Table
        caption={texts.caption}
        hideCaption
        rows={ladder}
        rowKey={({ bucket }) => bucket}
        isCurrent={({ bucket }) => bucket === open}
        isIdle={({ rows }) => rows.length === 0}
        columns={columns}
        exportAs={texts.file}
      />
      {rung && opened(rung.rows, t(`bucket.${rung.bucket}`))}
    </div>
  );
}

/** The table below says the same; so this picture is for the eye only. */
function Bars({ ladder }: { ladder: readonly Rung<Maturity>[] }) {
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

function useLadderColumns<Row extends Maturity>(
  texts: LadderTexts,
  currency: number,
  open: Bucket | null,
  onToggle: (bucket: Bucket) => void,
): Column<Rung<Row>>[] {
  const t = useText();
  const common = useCommonColumns<Rung<Row>>();
  return [
    {
      key: "bucket",
      header: texts.bucket,
      isRowHeader: true,
      cell: ({ bucket }) => t(`bucket.${bucket}`),
      value: ({ bucket }) => t(`bucket.${bucket}`),
    },
    common.count({ key: "count", header: texts.count }, ({ rows }) => rows.length),
    common.amount({ key: "amount", header: texts.amount, strong: true }, ({ amount }) => [amount, currency]),
    {
      key: "open",
      header: texts.action,
      cell: ({ bucket, rows }) =>
        rows.length > 0 && (
          <Button
            size="sm"
            aria-expanded={bucket === open}
            aria-label={`${t(bucket === open ? "close" : "open")} ${t(`bucket.${bucket}`)}`}
            onClick={() => onToggle(bucket)}
          >
            {t(bucket === open ? "close" : "open")}
          </Button>
        ),
    },
  ];
}
