import { Link } from "@tanstack/react-router";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import type { LoanAct } from "../../domain/loan-acts.ts";
import { lastDayToRepay } from "../../domain/loan-debt.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface LoanTableProps {
  caption: string;
  loans: readonly BookedLoan[];
  onAct: (act: LoanAct, loan: BookedLoan) => void;
}

export function LoanTable({ caption, loans, onAct }: LoanTableProps) {
  const t = useText();
  const columns = useColumns();
  const action: Column<BookedLoan> = {
    key: "action",
    header: t("book.action"),
    cell: (loan) => <Acts loan={loan} onAct={(act) => onAct(act, loan)} />,
  };
  const all = loans.some(({ acts }) => acts.length > 0) ? [...columns, action] : columns;
  return (
    <Table
      exportAs={t("book.file")}
      alsoExported={[{ header: t("book.receivable"), value: ({ receivable }) => receivable.id }]}
      caption={caption}
      hideCaption
      rows={loans}
      rowKey={({ id }) => id.toString()}
      columns={all}
    />
  );
}

function Acts({ loan, onAct }: { loan: BookedLoan; onAct: (act: LoanAct) => void }) {
  const t = useText();
  // Anyone may repay; a lender is not asked to pay itself.
  const shown = loan.acts.filter((act) => act !== "repay" || !loan.isLender);
  return (
    <span className="flex flex-wrap gap-1.5 max-sm:justify-end">
      {shown.map((act) => (
        <Button
          key={act}
          size="sm"
          className="whitespace-nowrap"
          aria-label={`${t(`act.${act}`)} ${t("book.loan", { id: String(loan.id) })}`}
          onClick={() => onAct(act)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
    </span>
  );
}

function useColumns(): Column<BookedLoan>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  return [
    {
      key: "party",
      header: t("book.party"),
      isRowHeader: true,
      cell: ({ id, isLender, lender, borrower }) => (
        <span className="grid max-sm:text-end">
          {nameOf(isLender ? borrower : lender)}
          <span className="text-sm font-normal text-muted">{t("book.loan", { id: String(id) })}</span>
        </span>
      ),
      value: ({ isLender, lender, borrower }) => nameOf(isLender ? borrower : lender),
    },
    {
      key: "security",
      header: t("book.security"),
      cell: ({ receivable, start, end, face }) => (
        <span className="grid max-sm:text-end">
          <Link to="/receivables/$id" params={{ id: receivable.id }} className="text-accent underline">
            {nameOf(receivable.obligor)}
          </Link>
          <Amount text={money(face, receivable.currency)} />
          {start < end && <span className="text-sm text-muted">{rangeText(start, end, format.count)}</span>}
        </span>
      ),
      value: ({ face, receivable }) => values.amount(face, receivable.currency),
    },
    {
      key: "lent",
      header: t("book.lentAmount"),
      numeric: true,
      cell: ({ lent, currency, ratePpm }) => (
        <span className="grid">
          <Amount text={money(lent, currency)} />
          <span className="text-sm text-muted">{t("book.rate", { rate: format.percent(BigInt(ratePpm)) })}</span>
        </span>
      ),
      value: ({ lent, currency }) => values.amount(lent, currency),
    },
    {
      key: "owed",
      header: t("book.owed"),
      numeric: true,
      cell: ({ debt, currency }) => (
        <span className="grid">
          <Amount strong data-testid="loan-owed" text={money(debt.principal + debt.interest, currency)} />
          {debt.interest > 0n && (
            <span className="text-sm whitespace-normal text-muted">
              {t("book.interest", { interest: money(debt.interest, currency) })}
            </span>
          )}
        </span>
      ),
      value: ({ debt, currency }) => values.amount(debt.principal + debt.interest, currency),
    },
    {
      key: "repayBy",
      header: t("book.repayBy"),
      numeric: true,
      cell: (loan) => (
        <span className="grid">
          {format.day(loan.repayBy)}
          {loan.graceDays > 0 && (
            <span className="text-sm text-muted">{t("book.grace", { day: format.day(lastDayToRepay(loan)) })}</span>
          )}
        </span>
      ),
      value: ({ repayBy }) => values.day(repayBy),
    },
    {
      key: "state",
      header: t("book.state"),
      cell: (loan) => <State loan={loan} />,
      value: (loan) => t(`state.${standingOf(loan)}`),
    },
  ];
}

const TONES: Readonly<Partial<Record<ReturnType<typeof standingOf>, Tone>>> = {
  default: "danger",
  late: "warning",
  open: "accent",
};

/** An open loan is late after its day, and in default after its days of grace. */
function standingOf(loan: BookedLoan) {
  if (loan.state !== "open" || loan.today <= loan.repayBy) return loan.state;
  return loan.today > lastDayToRepay(loan) ? "default" : "late";
}

function State({ loan }: { loan: BookedLoan }) {
  const t = useText();
  const money = useMoney();
  const { waiting, surplus, currency } = loan;
  const standing = standingOf(loan);
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
      <StatusPill tone={TONES[standing] ?? "neutral"}>{t(`state.${standing}`)}</StatusPill>
      {waiting.amount > 0n && (
        <span className="text-sm max-sm:text-end">
          {t("book.waiting", { amount: money(waiting.amount, currency) })}
        </span>
      )}
      {surplus > 0n && (
        <span className="text-sm max-sm:text-end">{t("book.surplus", { amount: money(surplus, currency) })}</span>
      )}
    </span>
  );
}
