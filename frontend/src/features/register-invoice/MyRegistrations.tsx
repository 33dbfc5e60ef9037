import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type ReceivableRow, useReceivables } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
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
  const format = useFormat();
  const { nameOf } = useDirectory();
  const money = useMoney();
  const values = useSheetValues();
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
    {
      key: "buyer",
      header: t("mine.buyer"),
      cell: ({ obligor }) => nameOf(obligor),
      value: ({ obligor }) => nameOf(obligor),
    },
    {
      key: "amount",
      header: t("mine.amount"),
      numeric: true,
      cell: ({ face, currency }) => <Amount text={money(face, currency)} />,
      value: ({ face, currency }) => values.amount(face, currency),
    },
    {
      key: "due",
      header: t("mine.due"),
      numeric: true,
      cell: ({ dueDay }) => format.day(dueDay),
      value: ({ dueDay }) => values.day(dueDay),
    },
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
