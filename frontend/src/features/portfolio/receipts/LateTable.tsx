import { useSheetValues } from "../../../app/data/useSheetValues.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import { useFormat } from "../../../app/i18n/useFormat.ts";
import type { LateClock } from "../../../domain/slice-receipt.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { type Column, Table } from "../../../ui/Table.tsx";
import { useText } from "../text.ts";
import type { Receipt } from "./receipt.ts";
import { useReceiptColumns } from "./useReceiptColumns.tsx";

type Late = Receipt & { late: LateClock };

/** The late-payment clock of each slice past its due day: days, grace, penalty up to today, and what can be done from when. */
export function LateTable({ receipts }: { receipts: readonly Receipt[] }) {
  const t = useText();
  const columns = useLateColumns();
  return (
    <Table
      caption={t("late.caption")}
      hideCaption
      exportAs={t("late.file")}
      alsoExported={[{ header: t("held.id"), value: ({ holding }) => holding.id }]}
      rows={receipts.filter((receipt): receipt is Late => receipt.late !== null)}
      rowKey={({ holding }) => holding.id}
      columns={columns}
    />
  );
}

function useLateColumns(): Column<Late>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const values = useSheetValues();
  const { payer, due, face } = useReceiptColumns();
  const next = useNextStep();
  return [
    payer,
    due,
    {
      key: "days",
      header: t("late.days"),
      numeric: true,
      cell: ({ late }) => (
        <span className="grid">
          <span data-testid="days-late">{t("late.daysLate", { count: late.daysLate })}</span>
          <span className="text-sm text-muted">
            {late.isInGrace
              ? t("late.graceUntil", { day: format.day(late.graceEnds) })
              : t("late.graceEnded", { day: format.day(late.graceEnds) })}
          </span>
        </span>
      ),
      value: ({ late }) => values.count(late.daysLate),
    },
    face,
    {
      key: "penalty",
      header: t("late.penalty"),
      numeric: true,
      cell: ({ penalty, currency }) => (
        <span data-testid="late-penalty">
          <Amount strong text={money(penalty, currency)} />
        </span>
      ),
      value: ({ penalty, currency }) => values.amount(penalty, currency),
    },
    {
      key: "next",
      header: t("late.next"),
      cell: (receipt) => <span className="text-sm">{next(receipt)}</span>,
      value: next,
    },
  ];
}

/** What has been done about it, and what anyone can do from which day. */
function useNextStep(): (receipt: Late) => string {
  const t = useText();
  const format = useFormat();
  return ({ late, holding: { receivable } }) => {
    if (receivable.status === "writtenOff") return t("late.writtenOff");
    if (receivable.status === "defaulted") return t("late.defaulted");
    const defaultFrom = format.day(late.defaultFrom);
    if (receivable.reportedOverdue) return t("late.reported", { day: defaultFrom });
    return t("late.reportable", { overdue: format.day(late.overdueFrom), day: defaultFrom });
  };
}
