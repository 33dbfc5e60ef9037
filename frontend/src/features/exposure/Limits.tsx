import { useState } from "react";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ExposureLimitRow } from "../../app/data/queries/exposure.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { PPM } from "../../domain/money.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ShareBar } from "../../ui/ShareBar.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { ChangeLimit } from "./ChangeLimit.tsx";
import { useText } from "./text.ts";
import { useOrganisationName } from "./useOrganisationName.ts";

/** Each limit with what is used of it. */
export function Limits({ limits }: { limits: readonly ExposureLimitRow[] }) {
  const t = useText();
  const [changed, setChanged] = useState<ExposureLimitRow | null>(null);
  const columns = useColumns(setChanged);
  if (limits.length === 0) return <EmptyState title={t("limits.empty")}>{t("limits.emptyHint")}</EmptyState>;
  return (
    <>
      <Table
        exportAs={t("limits.file")}
        caption={t("limits.caption")}
        hideCaption
        rows={limits}
        rowKey={({ kind, counterparty, currency }) => `${kind}/${counterparty}/${currency}`}
        columns={columns}
      />
      {changed && <ChangeLimit limit={changed} onClose={() => setChanged(null)} />}
    </>
  );
}

function useColumns(onChange: (limit: ExposureLimitRow) => void): Column<ExposureLimitRow>[] {
  const t = useText();
  const money = useMoney();
  const nameOf = useOrganisationName();
  const values = useSheetValues();
  const common = useCommonColumns<ExposureLimitRow>();
  return [
    {
      key: "who",
      header: t("limits.who"),
      isRowHeader: true,
      cell: ({ kind, counterparty }) => (
        <span className="grid max-sm:text-end">
          {nameOf(counterparty)}
          <span className="text-sm font-normal text-muted">{t(`kind.${kind}`)}</span>
        </span>
      ),
      value: ({ kind, counterparty }) => `${nameOf(counterparty)} (${t(`kind.${kind}`)})`,
    },
    common.amount({ key: "limit", header: t("limits.limit") }, ({ limit, currency }) => [limit, currency]),
    common.amount({ key: "used", header: t("limits.used"), strong: true }, ({ used, currency }) => [used, currency]),
    {
      key: "share",
      header: t("limits.share"),
      cell: (row) => <Use row={row} />,
      value: ({ used, limit }) => (limit === 0n ? null : values.percent((used * PPM) / limit)),
    },
    {
      key: "left",
      header: t("limits.left"),
      numeric: true,
      cell: ({ limit, used, currency }) =>
        used > limit ? (
          <StatusPill tone="danger" className="whitespace-normal">
            {t("limits.over", { amount: money(used - limit, currency) })}
          </StatusPill>
        ) : (
          <Amount text={money(limit - used, currency)} />
        ),
      value: ({ limit, used, currency }) => values.amount(limit - used, currency),
    },
    {
      key: "action",
      header: t("limits.action"),
      cell: (row) => (
        <Button
          size="sm"
          aria-label={`${t("limits.change")} ${nameOf(row.counterparty)}, ${t(`kind.${row.kind}`)}`}
          onClick={() => onChange(row)}
        >
          {t("limits.change")}
        </Button>
      ),
    },
  ];
}

/** From here on a limit is nearly used up. */
const NEAR_PPM = 900_000n;

function Use({ row: { used, limit, currency } }: { row: ExposureLimitRow }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const share = limit === 0n ? 0n : (used * PPM) / limit;
  const tone = used > limit ? "danger" : share >= NEAR_PPM ? "warning" : "accent";
  const told = { used: money(used, currency), limit: money(limit, currency) };
  return (
    <span className="grid min-w-32 gap-1">
      <ShareBar label={t("limits.useText", told)} part={used} whole={limit} tone={tone} />
      <span className="figures text-sm text-muted">{limit === 0n ? "–" : format.percent((share / 100n) * 100n)}</span>
    </span>
  );
}
