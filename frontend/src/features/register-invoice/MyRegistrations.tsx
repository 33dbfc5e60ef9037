import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Address } from "viem";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { CancelDialog } from "./CancelDialog.tsx";
import { RegistrationStatus } from "./RegistrationStatus.tsx";
import { useText } from "./text.ts";

interface MyRegistrationsProps {
  me: Address;
  today: number;
}

/** What this company has registered and what became of it; an unconfirmed registration can be taken back. */
export function MyRegistrations({ me, today }: MyRegistrationsProps) {
  const t = useText();
  const registrations = useReceivables({ creditor: me });
  const [cancelling, setCancelling] = useState<ReceivableRow | null>(null);
  const columns = useColumns(today, setCancelling);
  return (
    <Section title={t("mine.title")}>
      <Loaded query={registrations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t("mine.empty")}>{t("mine.emptyHint")}</EmptyState>
          ) : (
            <Table
              exportAs={t("mine.file")}
              caption={t("mine.caption")}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {cancelling && <CancelDialog receivable={cancelling} onClose={() => setCancelling(null)} />}
    </Section>
  );
}

function useColumns(today: number, onCancel: (row: ReceivableRow) => void): Column<ReceivableRow>[] {
  const t = useText();
  const common = useCommonColumns<ReceivableRow>();
  return [
    {
      key: "id",
      header: t("mine.receivable"),
      isRowHeader: true,
      cell: ({ id }) => (
        <Link to="/receivables/$id" params={{ id }} className="font-mono text-accent underline">
          {shortReceivableId(BigInt(id))}
        </Link>
      ),
      value: ({ id }) => id,
    },
    common.party({ key: "buyer", header: t("mine.buyer") }, ({ obligor }) => obligor),
    common.amount({ key: "amount", header: t("mine.amount") }, ({ face, currency }) => [face, currency]),
    common.day({ key: "due", header: t("mine.due") }, ({ dueDay }) => dueDay),
    { key: "status", header: t("mine.status"), cell: (row) => <RegistrationStatus receivable={row} today={today} /> },
    {
      key: "action",
      header: t("mine.action"),
      cell: (row) =>
        row.status === "registered" && (
          <Button size="sm" onClick={() => onCancel(row)}>
            {t("mine.cancel")}
          </Button>
        ),
    },
  ];
}
