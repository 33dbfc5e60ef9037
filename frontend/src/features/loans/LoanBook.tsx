import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { LoanAct } from "../../domain/loan-acts.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { CollectReview, ReleaseReview } from "./DistributeReviews.tsx";
import { ForecloseReview } from "./ForecloseReview.tsx";
import { LoanTable } from "./LoanTable.tsx";
import { RepayEditor } from "./RepayEditor.tsx";
import { SurplusReview } from "./SurplusReview.tsx";
import { useText } from "./text.ts";
import { type BookedLoan, useLoanBook } from "./useLoanBook.ts";

interface Chosen {
  act: LoanAct;
  /** As it was when chosen: the dialog's outcome stays readable when the loan has changed. */
  loan: BookedLoan;
}

/** Loans that run and those that have ended, on either side. */
export function LoanBook({ clock }: { clock: LedgerClock }) {
  const t = useText();
  const book = useLoanBook(clock);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const close = () => setChosen(null);
  return (
    <Section title={t("book.title")}>
      <Loaded query={book}>
        {(loans) =>
          loans.length === 0 ? (
            <EmptyState title={t("book.empty")}>{t("book.emptyHint")}</EmptyState>
          ) : (
            <Books loans={loans} onAct={(act, loan) => setChosen({ act, loan })} />
          )
        }
      </Loaded>
      {chosen?.act === "repay" && <RepayEditor loan={chosen.loan} onClose={close} />}
      {chosen?.act === "collect" && <CollectReview loan={chosen.loan} onClose={close} />}
      {chosen?.act === "release" && <ReleaseReview loan={chosen.loan} onClose={close} />}
      {chosen?.act === "foreclose" && <ForecloseReview loan={chosen.loan} onClose={close} />}
      {chosen?.act === "paySurplus" && <SurplusReview loan={chosen.loan} onClose={close} />}
    </Section>
  );
}

interface BooksProps {
  loans: readonly BookedLoan[];
  onAct: (act: LoanAct, loan: BookedLoan) => void;
}

function Books({ loans, onAct }: BooksProps) {
  const t = useText();
  const isRunning = ({ state, acts }: BookedLoan) => state === "open" || acts.length > 0;
  const books = [
    { key: "borrowed", rows: loans.filter((loan) => !loan.isLender && isRunning(loan)) },
    { key: "lent", rows: loans.filter((loan) => loan.isLender && isRunning(loan)) },
    { key: "past", rows: loans.filter((loan) => !isRunning(loan)) },
  ] as const;
  return books.map(
    ({ key, rows }) =>
      rows.length > 0 && (
        <div key={key} className="grid gap-2">
          <h3 className="font-semibold">{t(`book.${key}`)}</h3>
          <LoanTable caption={t(`book.${key}`)} loans={rows} onAct={onAct} />
        </div>
      ),
  );
}
