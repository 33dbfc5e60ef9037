import { Link } from "@tanstack/react-router";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import type { RecourseAct } from "./recourse-acts.ts";
import { useText } from "./text.ts";
import type { RecourseLine } from "./useRecourse.ts";

interface RecourseTableProps {
  side: "mine" | "against";
  lines: readonly RecourseLine[];
  onAct: (act: RecourseAct, line: RecourseLine) => void;
}

const TONES: Readonly<Record<RecourseLine["link"]["state"], Tone>> = {
  recorded: "neutral",
  demanded: "danger",
  waived: "neutral",
  returned: "positive",
};

export function RecourseTable({ side, lines, onAct }: RecourseTableProps) {
  const t = useText();
  const columns = useColumns(side);
  const action: Column<RecourseLine> = {
    key: "action",
    header: t("table.action"),
    cell: (line) =>
      line.acts.length > 0 && (
        <span className="flex flex-wrap gap-1.5 max-sm:justify-end">
          {line.acts.map((act) => (
            <Button
              key={act}
              size="sm"
              className="whitespace-nowrap"
              aria-label={`${t(`act.${act}`)} ${t("table.link", { id: String(line.link.id) })}`}
              onClick={() => onAct(act, line)}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </span>
      ),
  };
  const all = lines.some(({ acts }) => acts.length > 0) ? [...columns, action] : columns;
  return (
    <Table
      exportAs={t("table.file")}
      alsoExported={[{ header: t("table.receivable"), value: ({ receivable }) => receivable.id }]}
      caption={t(`${side}.title`)}
      hideCaption
      rows={lines}
      rowKey={({ key }) => key}
      columns={all}
    />
  );
}

function useColumns(side: RecourseTableProps["side"]): Column<RecourseLine>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const common = useCommonColumns<RecourseLine>();
  return [
    {
      key: "party",
      header: t(side === "mine" ? "table.seller" : "table.bank"),
      isRowHeader: true,
      cell: ({ link, chain }) => (
        <span className="grid max-sm:text-end">
          {nameOf(side === "mine" ? link.seller : link.bank)}
          <span className="text-sm font-normal text-muted">{t("table.link", { id: String(link.id) })}</span>
          {chain.length > 2 && (
            <span className="text-sm font-normal text-muted">
              {t("table.chain", { parties: chain.map(nameOf).join(" → ") })}
            </span>
          )}
        </span>
      ),
      value: ({ link }) => nameOf(side === "mine" ? link.seller : link.bank),
    },
    {
      key: "cents",
      header: t("table.cents"),
      cell: ({ link, slice, receivable }) => {
        const { start, end } = slice ?? link;
        return (
          <span className="grid max-sm:text-end">
            <Link to="/receivables/$id" params={{ id: receivable.id }} className="text-accent underline">
              {nameOf(receivable.obligor)}
            </Link>
            <Amount text={money(end - start, receivable.currency)} />
            <span className="text-sm text-muted">{rangeText(start, end, format.count)}</span>
          </span>
        );
      },
      value: ({ link, slice, receivable }) => {
        const { start, end } = slice ?? link;
        return values.amount(end - start, receivable.currency);
      },
    },
    common.day({ key: "due", header: t("table.due") }, ({ receivable }) => receivable.dueDay),
    {
      key: "claim",
      header: t("table.claim"),
      numeric: true,
      cell: (line) => <Figure line={line} />,
      value: ({ link, claim, receivable }) => {
        const amount = link.paid ?? claim?.amount ?? null;
        return amount === null ? null : values.amount(amount, receivable.currency);
      },
    },
    {
      key: "state",
      header: t("table.state"),
      cell: ({ link, slice }) => (
        <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
          <StatusPill tone={TONES[link.state]}>{t(`state.${link.state}`)}</StatusPill>
          {slice === null && (link.state === "recorded" || link.state === "demanded") && (
            <span className="text-sm text-muted max-sm:text-end">{t("table.notHeld")}</span>
          )}
        </span>
      ),
      value: ({ link }) => t(`state.${link.state}`),
    },
  ];
}

function Figure({ line: { claim, link, receivable } }: { line: RecourseLine }) {
  const t = useText();
  const money = useMoney();
  const amount = (minor: bigint) => money(minor, receivable.currency);
  if (link.paid !== null) {
    return (
      <span className="grid">
        <Amount text={amount(link.paid)} />
        <span className="text-sm text-muted">{t("table.paid")}</span>
      </span>
    );
  }
  if (!claim) return link.state === "waived" ? "–" : t("table.notYet");
  return (
    <span className="grid">
      <Amount strong data-testid="claim-amount" text={amount(claim.amount)} />
      <span className="max-w-56 justify-self-end text-sm whitespace-normal text-muted">
        {t("table.sum", {
          face: amount(claim.face),
          recovered: amount(claim.recovered),
          penalty: amount(claim.penalty),
        })}
      </span>
      {claim.undrawn > 0n && (
        <span className="max-w-56 justify-self-end text-sm whitespace-normal">
          {t("table.undrawn", { amount: amount(claim.undrawn) })}
        </span>
      )}
    </span>
  );
}
