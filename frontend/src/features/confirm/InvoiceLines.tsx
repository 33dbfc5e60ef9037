import type { ReactNode } from "react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";

interface InvoiceLinesProps {
  rows: readonly ReceivableRow[];
  /** More to say of one. */
  note?: (row: ReceivableRow) => ReactNode;
}

/** Invoices of a batch, each in a line: supplier, amount, due day. */
export function InvoiceLines({ rows, note }: InvoiceLinesProps) {
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return (
    <ul className="max-h-60 divide-y divide-line overflow-y-auto rounded-md border border-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-4 px-3 py-1.5 sm:grid-cols-[1fr_auto_auto]">
          <span>{nameOf(row.creditor)}</span>
          <Amount strong text={money(row.face, row.currency)} />
          <span className="figures text-muted">{format.day(row.dueDay)}</span>
          {note && <div className="text-sm sm:col-span-3">{note(row)}</div>}
        </li>
      ))}
    </ul>
  );
}
