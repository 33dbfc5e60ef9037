import { type Address, getAddress } from "viem";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { Phase } from "../../domain/replacement-phase.ts";
import { Party } from "../../ui/Party.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useText } from "./text.ts";

interface Ended {
  row: Replacement;
  phase: Phase;
}

export function PastReplacements({ rows }: { rows: readonly Ended[] }) {
  const t = useText();
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const { findName } = useDirectory();
  const values = useSheetValues();
  const partyOf = (account: Address) => findName(account) ?? getAddress(account);
  const columns: Column<Ended>[] = [
    {
      key: "lost",
      header: t("fact.lost"),
      isRowHeader: true,
      cell: ({ row: { lost } }) => <Party name={findName(lost)} address={lost} />,
      value: ({ row: { lost } }) => partyOf(lost),
    },
    {
      key: "successor",
      header: t("fact.successor"),
      cell: ({ row: { successor } }) => <Party name={findName(successor)} address={successor} />,
      value: ({ row: { successor } }) => partyOf(successor),
    },
    {
      key: "state",
      header: t("past.state"),
      cell: ({ phase }) => (
        <StatusPill tone={phase === "carriedOut" ? "positive" : "neutral"}>{t(`phase.${phase}`)}</StatusPill>
      ),
      value: ({ phase }) => t(`phase.${phase}`),
    },
    {
      key: "ended",
      header: t("past.ended"),
      cell: ({ row: { endedAt } }) => (endedAt === null ? "—" : format.time(endedAt, utcOffsetHours)),
      value: ({ row: { endedAt } }) => (endedAt === null ? null : values.time(endedAt)),
    },
  ];
  return (
    <Table
      exportAs={t("past.file")}
      caption={t("past.caption")}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => row.id}
    />
  );
}
