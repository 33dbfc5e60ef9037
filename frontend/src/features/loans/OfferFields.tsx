import { isoFromDay } from "../../domain/day-count.ts";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { LoanDraft, LoanField } from "./loan-offer-form.ts";
import { useText } from "./text.ts";

interface OfferFieldsProps {
  draft: LoanDraft;
  /** Code of the currency. */
  unit: string;
  today: number;
  /** Last day by which the loan may have to be repaid. */
  latest: number;
  dueDay: number;
  errorOf: (field: LoanField) => string | undefined;
  onChange: (changed: Partial<LoanDraft>) => void;
}

export function OfferFields({ draft, unit, today, latest, dueDay, errorOf, onChange }: OfferFieldsProps) {
  const t = useText();
  const figure = (field: "haircut" | "principal" | "rate") => ({
    label: t(`form.${field}`),
    hint: t(`form.${field}Hint`),
    value: draft[field],
    onValueChange: (value: string) => onChange({ [field]: value }),
    error: errorOf(field),
  });
  const day = (field: "repayBy" | "lastDay", min: number, max: number) => ({
    label: t(`form.${field}`),
    hint: t(`form.${field}Hint`),
    min: isoFromDay(min),
    max: isoFromDay(max),
    value: draft[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
    error: errorOf(field),
  });
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <MoneyField {...figure("haircut")} unit="%" />
      <MoneyField {...figure("principal")} unit={unit} optional />
      <MoneyField {...figure("rate")} unit="%" />
      <DateField {...day("repayBy", today + 1, latest)} />
      <TextField
        label={t("form.graceDays")}
        hint={t("form.graceDaysHint")}
        inputMode="numeric"
        autoComplete="off"
        value={draft.graceDays}
        onChange={(event) => onChange({ graceDays: event.target.value })}
        error={errorOf("graceDays")}
      />
      <DateField {...day("lastDay", today, dueDay - 1)} />
    </div>
  );
}
