import { useState } from "react";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useReviewedForm } from "../../app/forms/useReviewedForm.ts";
import { TierFields } from "../../app/rate-tiers/TierFields.tsx";
import { isoFromDay } from "../../domain/day-count.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { PostReview } from "./PostReview.tsx";
import { type ProgrammeDraft, readProgramme } from "./programme-form.ts";
import { useText } from "./useText.ts";

/** How long a programme runs unless the obligor says otherwise. */
const USUAL_DAYS = 30;

interface ProgrammeFormProps {
  clock: LedgerClock;
  posted: readonly ProgrammeRow[];
}

/** A new programme: checked field by field, then reviewed and signed. What was typed stays until it is posted. */
export function ProgrammeForm({ clock, posted }: ProgrammeFormProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const [draft, setDraft] = useState<ProgrammeDraft>(() => emptyDraft(currencies[0]?.index, clock.today));
  const currency = currencies.find(({ index }) => index.toString() === draft.currency);
  const { minorDigits = 2, dayCount = "ACT", dayBase = 360 } = currency ?? {};
  const { utcOffsetHours } = clock.policy;
  const read = readProgramme(draft, { minorDigits, dayBase, today: clock.today, utcOffsetHours });
  const change = (changed: Partial<ProgrammeDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const { errorOf, submit, reviewed, endReview, forgetTry } = useReviewedForm(read, (problem) =>
    t(`problem.${problem}`),
  );
  const startAnew = () => {
    setDraft(emptyDraft(currencies[0]?.index, clock.today));
    forgetTry();
  };
  const reviewedCurrency = currencies.find(({ index }) => index === reviewed?.currency);
  const money = (field: "budget" | "smallestFace") => ({
    label: t(`form.${field}`),
    hint: t(`form.${field}Hint`),
    value: draft[field],
    onValueChange: (value: string) => change({ [field]: value }),
    unit: currency?.code ?? "",
    error: errorOf(field),
  });
  const day = (field: "firstDay" | "lastDay") => ({
    label: t(`form.${field}`),
    min: isoFromDay(clock.today),
    value: draft[field],
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
    error: errorOf(field),
  });
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <TierFields tiers={draft.tiers} t={t} errorOf={errorOf} onChange={(tiers) => change({ tiers })} />
        <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            label={t("form.currency")}
            hint={t("form.currencyHint", { convention: t(`dayCount.${dayCount}`, { year: dayBase }) })}
            value={draft.currency}
            onChange={(event) => change({ currency: event.target.value })}
            options={currencies.map(({ index, code }) => ({ value: index.toString(), label: code }))}
            error={errorOf("currency")}
          />
          <MoneyField {...money("budget")} />
          <MoneyField {...money("smallestFace")} />
          <DateField {...day("firstDay")} />
          <DateField {...day("lastDay")} hint={t("form.lastDayHint")} />
        </div>
        <Checkbox
          label={t("form.forAll")}
          hint={t("form.forAllHint")}
          checked={draft.forAll}
          onChange={(event) => change({ forAll: event.target.checked })}
        />
        <Button type="submit" variant="primary" className="justify-self-end">
          {t("form.submit")}
        </Button>
      </form>
      {reviewed && reviewedCurrency && (
        <PostReview
          programme={reviewed}
          currency={reviewedCurrency}
          posted={posted}
          clock={clock}
          onPosted={startAnew}
          onClose={endReview}
        />
      )}
    </Card>
  );
}

function emptyDraft(currency: number | undefined, today: number): ProgrammeDraft {
  return {
    currency: (currency ?? "").toString(),
    tiers: [{ longestDays: "", rate: "" }],
    ...{ budget: "", smallestFace: "", forAll: true },
    firstDay: isoFromDay(today),
    lastDay: isoFromDay(today + USUAL_DAYS),
  };
}
