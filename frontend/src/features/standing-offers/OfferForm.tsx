import { type FormEvent, useState } from "react";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type OfferDraft, type OfferField, type OfferTerms, readOffer } from "./offer-form.ts";
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
  const obligors = useObligors();
  const [draft, setDraft] = useState<OfferDraft>(() => emptyDraft(currencies[0]?.index, clock.today));
  const [isTried, setIsTried] = useState(false);
  const [terms, setTerms] = useState<OfferTerms | null>(null);
  const currency = currencies.find(({ index }) => index.toString() === draft.currency);
  const reviewed = currencies.find(({ index }) => index === terms?.currency);
  const context = {
    minorDigits: currency?.minorDigits ?? 2,
    today: clock.today,
    utcOffsetHours: clock.policy.utcOffsetHours,
  };
  const read = readOffer(draft, context);
  const set = (field: OfferField) => (value: string) => setDraft((before) => ({ ...before, [field]: value }));
  const errorOf = (field: OfferField) => {
    const problem = isTried && "problems" in read ? read.problems[field] : undefined;
    return problem && t(`problem.${problem}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if ("terms" in read) setTerms(read.terms);
  };
  const startAnew = () => {
    setDraft(emptyDraft(currencies[0]?.index, clock.today));
    setIsTried(false);
  };
  const money = (field: "smallestFace" | "limit") => ({
    label: t(`form.${field}`),
    value: draft[field],
    onValueChange: set(field),
    unit: currency?.code ?? "",
    digits: context.minorDigits,
    error: errorOf(field),
  });
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          label={t("form.obligor")}
          placeholder={t("form.chooseObligor")}
          hint={obligors.length === 0 ? t("form.noObligor") : undefined}
          value={draft.obligor}
          onChange={(event) => set("obligor")(event.target.value)}
          options={obligors}
          error={errorOf("obligor")}
        />
        <SelectField
          label={t("form.currency")}
          value={draft.currency}
          onChange={(event) => set("currency")(event.target.value)}
          options={currencies.map(({ index, code }) => ({ value: index.toString(), label: code }))}
          error={errorOf("currency")}
        />
        <MoneyField
          label={t("form.rate")}
          hint={t("form.rateHint")}
          value={draft.rate}
          onValueChange={set("rate")}
          unit="%"
          error={errorOf("rate")}
        />
        <TextField
          label={t("form.longestTenor")}
          hint={t("form.longestTenorHint")}
          inputMode="numeric"
          autoComplete="off"
          value={draft.longestTenor}
          onChange={(event) => set("longestTenor")(event.target.value)}
          error={errorOf("longestTenor")}
        />
        <MoneyField {...money("smallestFace")} />
        <MoneyField {...money("limit")} hint={t("form.limitHint")} />
        <DateField
          label={t("form.lastDay")}
          hint={t("form.lastDayHint")}
          min={isoFromDay(clock.today)}
          value={draft.lastDay}
          onChange={(event) => set("lastDay")(event.target.value)}
          error={errorOf("lastDay")}
        />
        <div className="flex items-end justify-end sm:col-span-2">
          <Button type="submit" variant="primary">
            {t("form.submit")}
          </Button>
        </div>
      </form>
      {terms && reviewed && (
        <PostReview
          terms={terms}
          currency={reviewed}
          posted={posted}
          clock={clock}
          onPosted={startAnew}
          onClose={() => setTerms(null)}
        />
      )}
    </Card>
  );
}

function emptyDraft(currency: number | undefined, today: number): OfferDraft {
  const lastDay = isoFromDay(today + USUAL_DAYS);
  return {
    obligor: "",
    currency: (currency ?? "").toString(),
    rate: "",
    longestTenor: "",
    smallestFace: "",
    limit: "",
    lastDay,
  };
}

function useObligors(): { value: string; label: string }[] {
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  return participants
    .filter(({ roles, suspended }) => rolesFromBits(roles).includes("obligor") && !suspended)
    .map(({ account }) => ({ value: account, label: nameOf(account) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
