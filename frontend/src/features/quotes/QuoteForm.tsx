import type { Address } from "viem";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { SliceWarnings } from "../../app/financing/SliceWarnings.tsx";
import type { MyPaper } from "../../app/financing/useMyPapers.ts";
import { useReviewedForm } from "../../app/forms/useReviewedForm.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import type { Quote } from "../../domain/signed-paper.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { PricePreview } from "./PricePreview.tsx";
import { QuoteReview } from "./QuoteReview.tsx";
import { type QuoteContext, type QuoteDraft, readPrice, readQuote } from "./quote-form.ts";
import { useText } from "./text.ts";

export interface QuoteFormProps {
  slice: PickedSlice;
  account: Address;
  clock: LedgerClock;
  draft: QuoteDraft;
  onDraft: (draft: QuoteDraft) => void;
  /** The bank's quotes so far. */
  others: readonly MyPaper<Quote>[];
  /** Given the text of the quote's file. */
  onSigned: (text: string) => void;
}

/** A price for a slice: by rate or in cash, seen both ways, then reviewed and signed. */
export function QuoteForm(props: QuoteFormProps) {
  const { slice, account, clock, draft, onDraft } = props;
  const t = useText();
  const { discountDesk } = useDeployment().addresses;
  const currency = useCurrency(slice.receivable.currency);
  const { minorDigits = 2, dayCount = "ACT", dayBase = 360 } = currency ?? {};
  const context: QuoteContext = {
    ...{ face: slice.face, dueDay: slice.receivable.dueDay, today: clock.today },
    ...{ minorDigits, dayCount, dayBase },
    utcOffsetHours: clock.policy.utcOffsetHours,
  };
  const read = readQuote(draft, context);
  const price = readPrice(draft, context);
  const change = (changed: Partial<QuoteDraft>) => onDraft({ ...draft, ...changed });
  const { errorOf, submit, reviewed, endReview } = useReviewedForm(read, (problem) => t(`problem.${problem}`));
  if (!currency) return null;
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <SliceWarnings slice={slice} account={account} clock={clock} desk={discountDesk} limited={draft.limited} />
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            label={t("form.by")}
            value={draft.by}
            options={[
              { value: "rate", label: t("form.byRate") },
              { value: "net", label: t("form.byNet") },
            ]}
            onChange={(event) => change({ by: event.target.value === "net" ? "net" : "rate", price: "" })}
          />
          <MoneyField
            label={t(draft.by === "net" ? "form.net" : "form.rate")}
            hint={t(draft.by === "net" ? "form.netHint" : "form.rateHint")}
            unit={draft.by === "net" ? currency.code : "%"}
            value={draft.price}
            onValueChange={(text) => change({ price: text })}
            error={errorOf("price")}
          />
          <DateField
            label={t("form.lastDay")}
            hint={t("form.lastDayHint")}
            min={isoFromDay(clock.today)}
            max={isoFromDay(slice.receivable.dueDay - 1)}
            value={draft.lastDay}
            onChange={(event) => change({ lastDay: event.target.value })}
            error={errorOf("lastDay")}
          />
        </div>
        <PricePreview price={typeof price === "string" ? null : price} currency={currency.index} />
        <div className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2">
          <Checkbox
            label={t("form.recourse")}
            hint={t("form.recourseHint")}
            checked={draft.recourse}
            onChange={(event) => change({ recourse: event.target.checked })}
          />
          <Checkbox
            label={t("form.limited")}
            hint={t("form.limitedHint")}
            checked={draft.limited}
            onChange={(event) => change({ limited: event.target.checked })}
          />
        </div>
        <Button type="submit" variant="primary" className="justify-self-end">
          {t("form.submit")}
        </Button>
      </form>
      {reviewed && <QuoteReview {...props} quote={reviewed} currency={currency} onClose={endReview} />}
    </Card>
  );
}
