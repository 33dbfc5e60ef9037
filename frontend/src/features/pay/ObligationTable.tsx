import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { leftOf } from "../../domain/left-of.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { usePenalty } from "./usePenalty.ts";
import { useText } from "./useText.ts";

interface PenaltyRules {
  graceDays: number;
}

interface ObligationTableProps {
  caption: string;
  obligations: readonly ReceivableRow[];
  today: number;
  rulesOf: (receivable: ReceivableRow) => PenaltyRules;
  /** The one being prepared. */
  busyId: string | null;
  onPay: (receivable: ReceivableRow) => void;
}

/** Obligations with their days; those that are due can be paid. */
export function ObligationTable({ caption, obligations, today, rulesOf, busyId, onPay }: ObligationTableProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const common = useCommonColumns<ReceivableRow>();
  const isLate = obligations.some(({ dueDay }) => dueDay < today);
  const penalty: Column<ReceivableRow> = {
    key: "penalty",
    header: t("table.penalty"),
    numeric: true,
    cell: (row) => <Penalty receivable={row} />,
  };
  return (
    <Table
      caption={caption}
      hideCaption
      rows={obligations}
      exportAs={t("table.file")}
      rowKey={({ id }) => id}
      columns={[
        common.party({ key: "supplier", header: t("table.supplier"), isRowHeader: true }, ({ creditor }) => creditor),
        common.receivable({ key: "id", header: t("table.receivable") }, ({ id }) => id),
        {
          key: "due",
          header: t("table.due"),
          cell: (row) => <DueDay receivable={row} today={today} graceDays={rulesOf(row).graceDays} />,
          value: ({ dueDay }) => values.day(dueDay),
        },
        common.amount({ key: "face", header: t("table.face"), strong: true }, (row) => [leftOf(row), row.currency]),
        ...(isLate ? [penalty] : []),
        {
          key: "action",
          header: t("table.action"),
          cell: (row) =>
            row.dueDay > today ? (
              <div className="grid justify-items-start gap-1 max-sm:justify-items-end">
                <span className="text-sm text-muted">{t("when.notYet", { day: format.day(row.dueDay) })}</span>
                <Button
                  size="sm"
                  busy={busyId === row.id}
                  aria-label={`${t("early.action")} ${nameOf(row.creditor)} ${money(leftOf(row), row.currency)}`}
                  onClick={() => onPay(row)}
                >
                  {t("early.action")}
                </Button>
              </div>
            ) : (
              <Button
                variant="primary"
                size="sm"
                busy={busyId === row.id}
                aria-label={`${t("table.pay")} ${nameOf(row.creditor)} ${money(leftOf(row), row.currency)}`}
                onClick={() => onPay(row)}
              >
                {t("table.pay")}
              </Button>
            ),
        },
      ]}
    />
  );
}

/** Asked from the desk: it knows what was paid when. */
function Penalty({ receivable }: { receivable: ReceivableRow }) {
  const money = useMoney();
  const penalty = usePenalty(receivable.id);
  return penalty === undefined ? <span aria-hidden>…</span> : <Amount text={money(penalty, receivable.currency)} />;
}

interface DueDayProps {
  receivable: ReceivableRow;
  today: number;
  graceDays: number;
}

function DueDay({ receivable: { dueDay }, today, graceDays }: DueDayProps) {
  const t = useText();
  const format = useFormat();
  const isInGrace = dueDay < today && today <= dueDay + graceDays;
  return (
    <div className="max-sm:text-end">
      <p className="figures">{format.day(dueDay)}</p>
      <p className="text-sm text-muted">{whenText(t, dueDay - today)}</p>
      {isInGrace && <p className="text-sm text-warning">{t("when.grace", { day: format.day(dueDay + graceDays) })}</p>}
    </div>
  );
}

function whenText(t: ReturnType<typeof useText>, days: number): string {
  if (days === 0) return t("when.today");
  return days > 0 ? t("when.inDays", { count: days }) : t("when.lateDays", { count: -days });
}
