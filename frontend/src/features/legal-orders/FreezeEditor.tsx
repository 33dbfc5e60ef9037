import { useState } from "react";
import { useLiveSlices } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { CentRangeFields } from "./CentRangeFields.tsx";
import { FreezeReview } from "./FreezeReview.tsx";
import { FREEZE_REASONS, type FreezeDraft, type FreezeReason, readFreezeDraft } from "./freeze-draft.ts";
import { freezePlan } from "./freeze-plan.ts";
import { OrderDocumentField } from "./OrderDocumentField.tsx";
import { ReceivableChoice, useFoundReceivable } from "./ReceivableChoice.tsx";
import { useText } from "./text.ts";
import { useReasonText } from "./useReasonText.ts";

interface FreezeEditorProps {
  /** Id of the receivable with which somebody came here; or "". */
  asked: string;
  clock: LedgerClock;
  onClose: () => void;
}

const NOTHING: FreezeDraft = { first: "", last: "", reason: "", lastDay: "", document: null };

/** The cents, the order and its end: entered, then reviewed and signed. What was entered stays until it is done. */
export function FreezeEditor({ asked, clock, onClose }: FreezeEditorProps) {
  const t = useText();
  const format = useFormat();
  const reasonText = useReasonText();
  const [text, setText] = useState(asked);
  const [draft, setDraft] = useState(NOTHING);
  const [isTried, setTried] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const found = useFoundReceivable(text);
  const receivable = "row" in found ? found.row : null;
  const { data: slices } = useLiveSlices(receivable?.id);
  const change = (part: Partial<FreezeDraft>) => setDraft((kept) => ({ ...kept, ...part }));
  const read = readFreezeDraft(draft, { today: clock.today, utcOffsetHours: clock.policy.utcOffsetHours });
  const plan = "order" in read && slices ? freezePlan(slices, read.order.from, read.order.to) : null;
  const problem = (field: keyof FreezeDraft) => {
    const found = isTried && "problems" in read ? read.problems[field] : undefined;
    return found && t(`problem.${found}`, { today: format.day(clock.today) });
  };
  if (isReviewing && receivable && "order" in read && plan !== null && typeof plan !== "string") {
    return (
      <FreezeReview
        receivable={receivable}
        order={read.order}
        plan={plan}
        onBack={() => setReviewing(false)}
        onDone={onClose}
      />
    );
  }
  const proceed = () => {
    setTried(true);
    setReviewing(receivable !== null && plan !== null && typeof plan !== "string");
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("freeze.title")}
      description={t("freeze.explain")}
      footer={
        <Button variant="primary" onClick={proceed}>
          {t("continue")}
        </Button>
      }
    >
      <ReceivableChoice text={text} onText={setText} found={found} isTried={isTried} />
      {receivable && slices && (
        <CentRangeFields
          receivable={receivable}
          slices={slices}
          draft={draft}
          onChange={change}
          errors={{ first: problem("first"), last: problem("last") }}
        />
      )}
      {isTried && typeof plan === "string" && (
        <Callout tone="danger" live>
          {t(`problem.${plan}`)}
        </Callout>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t("freeze.reason")}
          placeholder={t("freeze.chooseReason")}
          value={draft.reason}
          options={FREEZE_REASONS.map((value) => ({ value, label: reasonText(value) }))}
          error={problem("reason")}
          onChange={({ target }) => change({ reason: reasonOf(target.value) })}
        />
        <DateField
          label={t("freeze.lastDay")}
          hint={t("freeze.lastDayHint")}
          min={isoFromDay(clock.today)}
          value={draft.lastDay}
          error={problem("lastDay")}
          onChange={({ target }) => change({ lastDay: target.value })}
        />
      </div>
      <OrderDocumentField
        value={draft.document}
        onChange={(document) => change({ document })}
        error={problem("document")}
      />
    </Dialog>
  );
}

function reasonOf(value: string): FreezeReason | "" {
  return FREEZE_REASONS.find((known) => known === value) ?? "";
}
