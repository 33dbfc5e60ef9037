import { Plus } from "lucide-react";
import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type Participant, useParticipants } from "../../app/data/queries/participants.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { OfferEndField } from "../../app/holdings/OfferEndField.tsx";
import { offerWindow } from "../../app/holdings/offer-end.ts";
import { payeesFrom } from "../../app/holdings/payees.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { endOfDay } from "../../domain/day-count.ts";
import { toDecimal } from "../../domain/money.ts";
import { MOST_PARTS } from "../../domain/paying/payment.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { PayLine } from "./PayLine.tsx";
import { PayReview } from "./PayReview.tsx";
import { PlanSummary } from "./PlanSummary.tsx";
import { isSound, type PartLine, planSplit } from "./split-plan.ts";
import { useText } from "./text.ts";

interface PayEditorProps {
  holding: Holding;
  /** One payee gets the slice as it is. */
  isWhole: boolean;
  clock: LedgerClock;
  onClose: () => void;
}

/** Who gets how much of a slice; what was entered stays while it is reviewed and signed. */
export function PayEditor(props: PayEditorProps) {
  const t = useText();
  const participants = useParticipants();
  const [isReviewing, setReviewing] = useState(false);
  const { isWhole, onClose } = props;
  return (
    <Loaded query={participants}>
      {(known) => (
        <Editor
          {...props}
          participants={known}
          isReviewing={isReviewing}
          onReview={setReviewing}
          title={t(isWhole ? "pay.wholeTitle" : "pay.title")}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

interface EditorProps extends PayEditorProps {
  participants: readonly Participant[];
  title: string;
  isReviewing: boolean;
  onReview: (isReviewing: boolean) => void;
}

type KeyedLine = PartLine & { key: string };

function Editor({ holding, isWhole, clock, participants, title, isReviewing, onReview, onClose }: EditorProps) {
  const t = useText();
  const money = useMoney();
  const currency = useCurrency(holding.receivable.currency);
  const digits = currency?.minorDigits ?? 0;
  const unit = currency?.code ?? "";
  const wholeAmount = isWhole ? toDecimal(holding.face, digits) : "";
  const [lines, setLines] = useState<readonly KeyedLine[]>([emptyLine(wholeAmount)]);
  const [showMissing, setShowMissing] = useState(false);
  const payees = payeesFrom(participants, clock.today, holding.policy);
  const plan = planSplit(
    holding,
    { smallest: holding.smallest, maxHops: holding.policy.maxHops, digits },
    lines,
    payees,
  );
  const window = offerWindow(clock.today, holding.receivable.dueDay);
  const [offerDay, setOfferDay] = useState<number | null>(window?.standard ?? null);
  const isEndSound = !plan.needsAcceptance || offerDay !== null;
  const others = payees.filter(({ account }) => account.toLowerCase() !== holding.holder.toLowerCase());

  const review = () => {
    setShowMissing(true);
    if (isSound(plan) && isEndSound) onReview(true);
  };
  const change = (key: string, part: Partial<PartLine>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...part } : line)));

  if (isReviewing) {
    return (
      <PayReview
        holding={holding}
        plan={plan}
        title={title}
        offerDay={offerDay}
        offerUntil={offerDay === null ? 0n : endOfDay(offerDay, holding.policy.utcOffsetHours)}
        onBack={() => onReview(false)}
        onDone={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={t(isWhole ? "pay.wholeExplain" : "pay.explain")}
      footer={
        <>
          <PlanSummary holding={holding} plan={plan} wording="pay" />
          <Button variant="primary" onClick={review} disabled={others.length === 0}>
            {t("pay.review")}
          </Button>
        </>
      }
    >
      <SliceLine slice={holding} />
      {others.length === 0 && <Callout tone="warning">{t("pay.none")}</Callout>}
      {lines.map((line, index) => (
        <PayLine
          key={line.key}
          number={index + 1}
          line={line}
          planned={plan.lines[index]}
          payees={others}
          unit={unit}
          smallest={holding.smallest}
          currency={holding.receivable.currency}
          offerDay={offerDay}
          isWhole={isWhole}
          showMissing={showMissing}
          onChange={(part) => change(line.key, part)}
          onRemove={lines.length > 1 ? () => setLines((now) => now.filter(({ key }) => key !== line.key)) : undefined}
        />
      ))}
      {!isWhole && lines.length < MOST_PARTS && (
        <Button className="justify-self-start" onClick={() => setLines((now) => [...now, emptyLine("")])}>
          <Plus aria-hidden className="size-4" />
          {t("pay.add")}
        </Button>
      )}
      {plan.needsAcceptance && window && <OfferEndField window={window} day={offerDay} onDay={setOfferDay} />}
      {!isWhole && (
        <p className="text-sm text-muted">
          {t("pay.smallest", { amount: money(holding.smallest, holding.receivable.currency) })}
        </p>
      )}
    </Dialog>
  );
}

function emptyLine(amount: string): KeyedLine {
  return { key: crypto.randomUUID(), to: "", amount };
}
