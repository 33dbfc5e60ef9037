import { Link } from "@tanstack/react-router";
import type { Hex } from "viem";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useInvoice } from "../../app/data/vault.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { FlagPills } from "../../app/history/FlagPills.tsx";
import { StatePill } from "../../app/history/StatePill.tsx";
import { useJudgeReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { type Column, Table } from "../../ui/Table.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { useText } from "./text.ts";

const LINK = "text-accent underline underline-offset-2";

interface FoundReceivablesProps {
  rows: readonly ReceivableRow[];
  /** The slice that was looked for; the way leads to it. */
  sliceId: string | null;
}

export function FoundReceivables({ rows, sliceId }: FoundReceivablesProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const judge = useJudgeReceivable();
  const common = useCommonColumns<ReceivableRow>();
  const values = useSheetValues();
  const columns: Column<ReceivableRow>[] = [
    {
      key: "id",
      header: t("supervise.column.id"),
      isRowHeader: true,
      cell: ({ id }) => (
        <Link to="/receivables/$id" params={{ id }} className={`font-mono text-sm ${LINK}`}>
          {shortReceivableId(BigInt(id))}
        </Link>
      ),
      value: ({ id }) => id,
    },
    { key: "invoice", header: t("supervise.column.invoice"), cell: ({ id }) => <InvoiceNumber id={id} /> },
    common.party({ key: "obligor", header: t("supervise.column.obligor") }, ({ obligor }) => obligor),
    common.party({ key: "creditor", header: t("supervise.column.creditor") }, ({ creditor }) => creditor),
    {
      key: "face",
      header: t("supervise.column.face"),
      numeric: true,
      cell: ({ face, currency }) => money(face, currency),
      value: ({ face, currency }) => values.amount(face, currency),
    },
    {
      key: "dueDay",
      header: t("supervise.column.dueDay"),
      cell: ({ dueDay }) => format.day(dueDay),
      value: ({ dueDay }) => values.day(dueDay),
    },
    {
      key: "state",
      header: t("supervise.column.state"),
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
    {
      key: "open",
      header: t("supervise.column.open"),
      cell: ({ id }) => (
        <span className="inline-flex flex-wrap gap-x-3">
          <Link
            to="/receivables/$id/tree"
            params={{ id }}
            search={sliceId?.startsWith(id) ? { slice: sliceId } : {}}
            className={LINK}
          >
            {t("supervise.tree")}
            <span className="sr-only"> {shortReceivableId(BigInt(id))}</span>
          </Link>
          <Link to="/receivables/$id/graph" params={{ id }} className={LINK}>
            {t("supervise.graph")}
            <span className="sr-only"> {shortReceivableId(BigInt(id))}</span>
          </Link>
        </span>
      ),
    },
  ];
  const caption = t("supervise.caption", { count: rows.length });
  return (
    <Table exportAs={t("supervise.file")} caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

/** The invoice's number, where the vault tells it to this reader. */
function InvoiceNumber({ id }: { id: Hex }) {
  const t = useText();
  const { data: invoice, isError, fetchStatus } = useInvoice(id);
  if (invoice) return <UntrustedText>{invoice.facts.number}</UntrustedText>;
  return fetchStatus === "fetching" && !isError ? (
    "…"
  ) : (
    <span className="text-muted">{t("supervise.invoiceHidden")}</span>
  );
}
