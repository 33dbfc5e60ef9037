import { useMemo, useState } from "react";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { OfferEndField } from "../../app/holdings/OfferEndField.tsx";
import type { Payee } from "../../app/holdings/payees.ts";
import { MOST_PARTS, sumOf } from "../../domain/paying/payment.ts";
import { propose } from "../../domain/paying/proposal.ts";
import type { DueOrder } from "../../domain/paying/slice-choice.ts";
import { Button } from "../../ui/Button.tsx";
import { emptyLine, type Line, linesAfter, readLineOf, wantsOf } from "./lines.ts";
import { PayeeLines } from "./PayeeLines.tsx";
import { PaymentReview } from "./PaymentReview.tsx";
import { Proposal } from "./Proposal.tsx";
import { type Plan, planOf, windowOf } from "./plan.ts";
import { spendableOf } from "./spendable.ts";
import { useText } from "./text.ts";
import { useWishes } from "./useWishes.ts";

interface PaymentEditorProps {
  holdings: readonly Holding[];
  currency: Currency;
  /** Who can be paid: not the payer itself. */
  payees: readonly Payee[];
  clock: LedgerClock;
}

const DEFAULT_OFFER_DAYS = 7;

/** A list of payees, what is proposed for it, and the way to the signature. */
export function PaymentEditor({ holdings, currency, payees, clock }: PaymentEditorProps) {
  const t = useText();
  const [lines, setLines] = useState<readonly Line[]>(() => [emptyLine()]);
  const [order, setOrder] = useState<DueOrder>("latest");
  const { leftOut, pinned, onWish } = useWishes();
  // Undefined until one is chosen, null when what was entered is no such day.
  const [chosenDay, setChosenDay] = useState<number | null>();
  const [showMissing, setShowMissing] = useState(false);
  const [reviewed, setReviewed] = useState<Plan | null>(null);

  const read = useMemo(
    () => lines.map((line) => readLineOf(line, payees, currency.minorDigits)),
    [lines, payees, currency],
  );
  const wants = useMemo(() => wantsOf(lines, read), [lines, read]);
  const spendable = useMemo(() => spendableOf(holdings, currency.index), [holdings, currency]);
  const proposal = useMemo(
    () => propose(spendable, wants, { order, leftOut, pinned }),
    [spendable, wants, order, leftOut, pinned],
  );
  const offerDay = chosenDay === undefined ? clock.today + DEFAULT_OFFER_DAYS : chosenDay;
  const plan = planOf(proposal, payees, offerDay ?? clock.today);
  const window = windowOf(plan, clock.today);
  const isSound =
    read.every(({ payee, amountProblem }) => payee === null && amountProblem === null) &&
    wants.length <= MOST_PARTS &&
    (window === null || (offerDay !== null && offerDay >= window.first));

  const review = () => {
    setShowMissing(true);
    if (isSound && plan.payments.length > 0) setReviewed(plan);
  };
  return (
    <>
      <PayeeLines
        lines={lines}
        read={read}
        payees={payees}
        unit={currency.code}
        showMissing={showMissing}
        onLines={setLines}
      />
      {wants.length > MOST_PARTS && (
        <p role="alert" className="text-danger">
          {t("problem.tooManyPayees", { most: MOST_PARTS })}
        </p>
      )}
      {wants.length > 0 && (
        <Proposal
          plan={plan}
          spendable={spendable}
          currency={currency.index}
          order={order}
          onOrder={setOrder}
          adjustments={{ leftOut, pinned, onWish }}
        />
      )}
      {window && (
        <OfferEndField
          key={`${window.first}/${window.last}`}
          window={window}
          day={offerDay === null || offerDay < window.first ? null : Math.min(offerDay, window.last)}
          onDay={setChosenDay}
        />
      )}
      <Summary asked={sumOf(wants)} plan={plan} currency={currency.index} onReview={review} />
      {reviewed && (
        <PaymentReview
          plan={reviewed}
          currency={currency.index}
          onClose={(paid) => {
            setReviewed(null);
            setLines((now) => linesAfter(now, paid, currency.minorDigits));
            if (paid.length > 0) setShowMissing(false);
          }}
        />
      )}
    </>
  );
}

interface SummaryProps {
  asked: bigint;
  plan: Plan;
  currency: number;
  onReview: () => void;
}

/** What is asked and what the proposal pays of it, beside the button and always in sight. */
function Summary({ asked, plan, currency, onReview }: SummaryProps) {
  const t = useText();
  const money = useMoney();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas py-3 md:sticky md:bottom-0">
      <p className="flex flex-wrap items-baseline gap-x-4 text-sm" aria-live="polite">
        <span>
          {t("summary.asked")} <span className="figures text-base font-semibold">{money(asked, currency)}</span>
        </span>
        <span>
          {t("summary.paid")}{" "}
          <span data-testid="proposal-total" className="figures text-base font-semibold">
            {money(plan.total, currency)}
          </span>
        </span>
        <span>{t("summary.slices", { count: plan.payments.length })}</span>
      </p>
      <Button variant="primary" disabled={plan.payments.length === 0} onClick={onReview}>
        {t("summary.review")}
      </Button>
    </div>
  );
}
