import { useState } from "react";
import { useSheetValues } from "../../../app/data/useSheetValues.ts";
import { useMoney } from "../../../app/deployment/useMoney.ts";
import { type LateAct, LateActReview } from "../../../app/holdings/LateActReview.tsx";
import { SliceLine } from "../../../app/holdings/SliceLine.tsx";
import { useFormat } from "../../../app/i18n/useFormat.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Button } from "../../../ui/Button.tsx";
import { type Column, Table } from "../../../ui/Table.tsx";
import { useText } from "../text.ts";
import { type LateReceipt, lateActOf, type Receipt } from "./receipt.ts";
import { useReceiptColumns } from "./useReceiptColumns.tsx";

/** The late-payment clock of each slice past its due day: days, grace, penalty up to today, and what can be done from when. */
export function LateTable({ receipts }: { receipts: readonly Receipt[] }) {
  const t = useText();
  const [chosen, setChosen] = useState<{ act: LateAct; receipt: LateReceipt } | null>(null);
  const columns = useLateColumns((act, receipt) => setChosen({ act, receipt }));
  return (
    <>
      <Table
        caption={t("late.caption")}
        hideCaption
        exportAs={t("late.file")}
        alsoExported={[{ header: t("held.id"), value: ({ holding }) => holding.id }]}
        rows={receipts.filter((receipt): receipt is LateReceipt => receipt.late !== null)}
        rowKey={({ holding }) => holding.id}
        columns={columns}
      />
      {chosen && <Review {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function Review({ act, receipt, onClose }: { act: LateAct; receipt: LateReceipt; onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const { holding, amount, currency } = receipt;
  const facts = [
    { label: t("pay.slice"), value: <SliceLine slice={holding} /> },
    { label: t("late.owed"), value: <Amount strong text={money(amount, currency)} /> },
  ];
  const { receivableId } = holding;
  return <LateActReview {...{ act, receivableId, facts, onClose }} effect={t(`late.${act}`)} />;
}

function useLateColumns(onAct: (act: LateAct, receipt: LateReceipt) => void): Column<LateReceipt>[] {
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
            {t(late.canBeOverdue ? "late.graceEnded" : "late.graceUntil", { day: format.day(late.graceEnds) })}
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
      isProse: true,
      cell: (receipt) => {
        const act = lateActOf(receipt);
        return (
          <span className="grid justify-items-start gap-1 text-sm">
            {next(receipt)}
            {act && (
              <Button size="sm" className="whitespace-nowrap" onClick={() => onAct(act, receipt)}>
                {t(`late.act.${act}`)}
              </Button>
            )}
          </span>
        );
      },
      value: next,
    },
  ];
}

/** What has been done about it, and what anyone can do from which day. */
function useNextStep(): (receipt: LateReceipt) => string {
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
