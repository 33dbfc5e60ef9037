import { getAddress } from "viem";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { ParticipantChange } from "./change.ts";
import { ParticipantActions } from "./ParticipantActions.tsx";
import { StateCell } from "./StateCell.tsx";
import { standingOf } from "./standing.ts";
import { useText } from "./text.ts";

interface ParticipantTableProps {
  rows: readonly Participant[];
  /** The chain's day; undefined while it loads. */
  today: number | undefined;
  canEdit: boolean;
  onChange: (change: ParticipantChange) => void;
  onAddName: (identity: string) => void;
}

export function ParticipantTable({ rows, today, canEdit, onChange, onAddName }: ParticipantTableProps) {
  const t = useText();
  const common = useCommonText();
  const format = useFormat();
  const { entryOf, findName, nameOf, isReadable } = useDirectory();
  const values = useSheetValues();
  const rolesOf = ({ roles }: Participant) =>
    rolesFromBits(roles)
      .map((role) => common(`role.${role}`))
      .join(" · ");
  const columns: Column<Participant>[] = [
    {
      key: "name",
      header: t("column.name"),
      isRowHeader: true,
      cell: ({ account, identity }) => {
        const name = findName(account);
        if (name !== null) return <bdi className="wrap-anywhere">{name}</bdi>;
        if (!isReadable) return <span className="text-muted">{shortAddress(account)}</span>;
        return <NameMissing canEdit={canEdit} onAdd={() => onAddName(identity)} />;
      },
      value: ({ account }) => findName(account),
    },
    {
      key: "number",
      header: t("column.number"),
      cell: ({ account }) => {
        const entry = entryOf(account);
        return entry ? (
          <>
            <span className="text-sm text-muted">{entry.scheme} </span>
            <span className="font-mono text-sm whitespace-nowrap">{entry.number}</span>
          </>
        ) : (
          "—"
        );
      },
      value: ({ account }) => {
        const entry = entryOf(account);
        return entry ? `${entry.scheme} ${entry.number}` : null;
      },
    },
    {
      key: "roles",
      header: t("column.roles"),
      cell: rolesOf,
      value: rolesOf,
    },
    {
      key: "account",
      header: t("column.account"),
      cell: ({ account }) => (
        <span className="whitespace-nowrap">
          <Copyable value={account} shown={shortAddress(account)} />
        </span>
      ),
      value: ({ account }) => getAddress(account),
    },
    {
      key: "kycUntil",
      header: t("column.kycUntil"),
      cell: ({ kycUntil }) => format.day(kycUntil),
      value: ({ kycUntil }) => values.day(kycUntil),
    },
    {
      key: "state",
      header: t("column.state"),
      cell: (row) => today !== undefined && <StateCell participant={row} today={today} />,
      value: (row) => (today === undefined ? null : t(`state.${standingOf(row, today)}`)),
    },
  ];
  const actions: Column<Participant> = {
    key: "actions",
    header: t("column.actions"),
    cell: (row) =>
      !row.replaced && <ParticipantActions participant={row} name={nameOf(row.account)} onChange={onChange} />,
  };
  return (
    <Table
      exportAs={t("file")}
      caption={t("caption")}
      columns={canEdit ? [...columns, actions] : columns}
      rows={rows}
      rowKey={({ account }) => account}
    />
  );
}

function NameMissing({ canEdit, onAdd }: { canEdit: boolean; onAdd: () => void }) {
  const t = useText();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <StatusPill tone="warning">{t("nameMissing")}</StatusPill>
      {canEdit && (
        <Button size="sm" onClick={onAdd}>
          {t("addName")}
        </Button>
      )}
    </span>
  );
}
