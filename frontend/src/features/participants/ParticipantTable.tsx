import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { shortAddress } from "../../ui/Party.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import type { StandingChange } from "./StandingDialog.tsx";
import { type Standing, standingOf } from "./standing.ts";
import { useText } from "./text.ts";

const TONES: Readonly<Record<Standing, Tone>> = {
  active: "positive",
  suspended: "danger",
  replaced: "neutral",
  expired: "warning",
};

interface ParticipantTableProps {
  rows: readonly Participant[];
  /** The chain's day; undefined while it loads. */
  today: number | undefined;
  canEdit: boolean;
  onChange: (change: StandingChange) => void;
  onAddName: (identity: string) => void;
}

export function ParticipantTable({ rows, today, canEdit, onChange, onAddName }: ParticipantTableProps) {
  const t = useText();
  const common = useCommonText();
  const format = useFormat();
  const { entryOf, findName, nameOf, isReadable } = useDirectory();
  const columns: Column<Participant>[] = [
    {
      key: "name",
      header: t("column.name"),
      isRowHeader: true,
      cell: ({ account, identity }) =>
        findName(account) ??
        (isReadable ? (
          <NameMissing canEdit={canEdit} onAdd={() => onAddName(identity)} />
        ) : (
          <span className="text-muted">{shortAddress(account)}</span>
        )),
    },
    {
      key: "number",
      header: t("column.number"),
      cell: ({ account }) => {
        const entry = entryOf(account);
        return entry ? (
          <span className="whitespace-nowrap">
            <span className="text-sm text-muted">{entry.scheme} </span>
            <span className="font-mono text-sm">{entry.number}</span>
          </span>
        ) : (
          "—"
        );
      },
    },
    {
      key: "roles",
      header: t("column.roles"),
      cell: ({ roles }) =>
        rolesFromBits(roles)
          .map((role) => common(`role.${role}`))
          .join(" · "),
    },
    {
      key: "account",
      header: t("column.account"),
      cell: ({ account }) => (
        <span className="whitespace-nowrap">
          <Copyable value={account} shown={shortAddress(account)} />
        </span>
      ),
    },
    { key: "kycUntil", header: t("column.kycUntil"), cell: ({ kycUntil }) => format.day(kycUntil) },
    {
      key: "state",
      header: t("column.state"),
      cell: (row) => {
        if (today === undefined) return null;
        const standing = standingOf(row, today);
        return (
          <span className="inline-flex flex-wrap gap-1">
            <StatusPill tone={TONES[standing]}>{t(`state.${standing}`)}</StatusPill>
            {row.overdue && !row.replaced && <StatusPill tone="danger">{t("state.overdue")}</StatusPill>}
            {row.successor && (
              <span className="whitespace-nowrap text-sm text-muted">
                {t("successor", { account: shortAddress(row.successor) })}
              </span>
            )}
          </span>
        );
      },
    },
  ];
  const actions: Column<Participant> = {
    key: "actions",
    header: t("column.actions"),
    cell: ({ account, suspended, replaced }) => {
      if (replaced) return null;
      const action = suspended ? "restore" : "suspend";
      const name = nameOf(account);
      return (
        <Button size="sm" onClick={() => onChange({ action, account, name })}>
          {t(`${action}.open`)}
          <span className="sr-only"> {name}</span>
        </Button>
      );
    },
  };
  return (
    <Table
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
