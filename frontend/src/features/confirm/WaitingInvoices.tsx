import { Link } from "@tanstack/react-router";
import { FileCheck } from "lucide-react";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { buttonClass } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { useText } from "./useText.ts";

/** What suppliers have registered, by due day. Lapsed registrations can't be confirmed and are left out. */
export function WaitingInvoices({ receivables, clock }: { receivables: readonly ReceivableRow[]; clock: LedgerClock }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const waiting = receivables.filter(({ dueDay }) => dueDay > clock.today).sort((a, b) => a.dueDay - b.dueDay);
  if (waiting.length === 0) {
    return (
      <EmptyState icon={FileCheck} title={t("empty")}>
        {t("emptyHint")}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t("table.caption")}
      rows={waiting}
      rowKey={({ id }) => id}
      columns={[
        { key: "supplier", header: t("table.supplier"), isRowHeader: true, cell: ({ creditor }) => nameOf(creditor) },
        {
          key: "amount",
          header: t("table.amount"),
          numeric: true,
          cell: ({ face, currency }) => <Amount strong text={money(face, currency)} />,
        },
        { key: "due", header: t("table.due"), numeric: true, cell: ({ dueDay }) => format.day(dueDay) },
        {
          key: "registered",
          header: t("table.registered"),
          numeric: true,
          cell: ({ registeredAt }) => format.time(registeredAt, clock.policy.utcOffsetHours),
        },
        {
          key: "action",
          header: t("table.action"),
          cell: ({ id, creditor }) => (
            <Link
              to="/confirm/$receivableId"
              params={{ receivableId: id }}
              aria-label={`${t("table.open")}: ${nameOf(creditor)}`}
              className={buttonClass("primary", "sm")}
            >
              {t("table.open")}
            </Link>
          ),
        },
      ]}
    />
  );
}
