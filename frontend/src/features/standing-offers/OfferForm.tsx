import { useState } from "react";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
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
import { ObligorFields } from "./ObligorFields.tsx";
import { type OfferDraft, readOffer } from "./offer-form.ts";
import { PostReview } from "./PostReview.tsx";
import { useText } from "./useText.ts";

/** How long an offer is open unless the bank says otherwise. */
const USUAL_DAYS = 30;

interface OfferFormProps {
  clock: LedgerClock;
  posted: readonly StandingOfferRow[];
}

/** A new offer: checked field by field, then reviewed and signed. What was typed stays until it is posted. */
export function OfferForm({ clock, posted }: OfferFormProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const [draft, setDraft] = useState<OfferDraft>(() => emptyDraft(currencies[0]?.index, clock.today));
  const currency = currencies.find(({ index }) => index.toString() === draft.currency);
  const { minorDigits = 2, dayCount = "ACT", dayBase = 360 } = currency ?? {};
  const { utcOffsetHours } = clock.policy;
  const read = readOffer(draft, { minorDigits, dayCount, dayBase, today: clock.today, utcOffsetHours });
  const change = (changed: Partial<OfferDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const { errorOf, submit, reviewed, endReview, forgetTry } = useReviewedForm(read, (problem) =>
    t(`problem.${problem}`),
  );
  const startAnew = () => {
    setDraft(emptyDraft(currencies[0]?.index, clock.today));
    forgetTry();
  };
  const reviewedCurrency = currencies.find(({ index }) => index === reviewed?.terms.currency);
  const money = (field: "smallestFace" | "largestFace" | "limit" | "sellerLimit") => ({
    label: t(`form.${field}`),
    value: draft[field],
    onValueChange: (value: string) => change({ [field]: value }),
    unit: currency?.code ?? "",
    error: errorOf(field),
  });
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <ObligorFields accounts={draft.obligors} errorOf={errorOf} onChange={(obligors) => change({ obligors })} />
        <div className="border-t border-line pt-4">
          <TierFields tiers={draft.tiers} t={t} errorOf={errorOf} onChange={(tiers) => change({ tiers })} />
        </div>
        <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            label={t("form.currency")}
            hint={t("form.currencyHint", { convention: t(`dayCount.${dayCount}`, { year: dayBase }) })}
            value={draft.currency}
            onChange={(event) => change({ currency: event.target.value })}
            options={currencies.map(({ index, code }) => ({ value: index.toString(), label: code }))}
            error={errorOf("currency")}
          />
          <MoneyField {...money("smallestFace")} hint={t("form.smallestFaceHint")} />
          <MoneyField {...money("largestFace")} hint={t("form.largestFaceHint")} optional />
          <MoneyField {...money("limit")} hint={t("form.limitHint")} />
          <MoneyField {...money("sellerLimit")} hint={t("form.sellerLimitHint")} optional />
          <DateField
            label={t("form.lastDay")}
            hint={t("form.lastDayHint")}
            min={isoFromDay(clock.today)}
            value={draft.lastDay}
            onChange={(event) => change({ lastDay: event.target.value })}
            error={errorOf("lastDay")}
          />
        </div>
        <div className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2">
          <Checkbox
            label={t("form.withRecourse")}
            hint={t("form.withRecourseHint")}
            checked={draft.withRecourse}
            onChange={(event) => change({ withRecourse: event.target.checked })}
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
      {reviewed && reviewedCurrency && (
        <PostReview
          offer={reviewed}
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

function emptyDraft(currency: number | undefined, today: number): OfferDraft {
  return {
    obligors: [""],
    currency: (currency ?? "").toString(),
    tiers: [{ longestDays: "", rate: "" }],
    smallestFace: "",
    largestFace: "",
    limit: "",
    sellerLimit: "",
    lastDay: isoFromDay(today + USUAL_DAYS),
    withRecourse: false,
    limited: false,
  };
}
