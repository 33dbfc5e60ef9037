import { Plus, X } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { MOST_TIERS, type TierDraft, type TierField } from "./tier-form.ts";

type TierText =
  | "form.tiers"
  | "form.tiersHint"
  | "form.tier"
  | "form.longestDays"
  | "form.rate"
  | "form.addTier"
  | "form.removeTier";

interface TierFieldsProps {
  tiers: readonly TierDraft[];
  /** The texts of the form in which they stand. */
  t: (key: TierText, values?: { number: number }) => string;
  errorOf: (field: TierField) => string | undefined;
  onChange: (tiers: readonly TierDraft[]) => void;
}

/** A rate for each span of days, the fewest days first. */
export function TierFields({ tiers, t, errorOf, onChange }: TierFieldsProps) {
  const set = (index: number, changed: Partial<TierDraft>) =>
    onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...changed } : tier)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("form.tiers")}</legend>
      <p className="text-sm text-muted">{t("form.tiersHint")}</p>
      {tiers.map((tier, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields keep no state, and their place is what errors name
          key={index}
          className="grid grid-cols-[1.5fr_1fr_auto] gap-2 sm:max-w-xl sm:gap-3"
        >
          <legend className="sr-only">{t("form.tier", { number: index + 1 })}</legend>
          <TextField
            label={t("form.longestDays")}
            inputMode="numeric"
            autoComplete="off"
            value={tier.longestDays}
            onChange={(event) => set(index, { longestDays: event.target.value })}
            error={errorOf(`longestDays/${index}`)}
          />
          <MoneyField
            label={t("form.rate")}
            value={tier.rate}
            onValueChange={(rate) => set(index, { rate })}
            unit="%"
            error={errorOf(`rate/${index}`)}
          />
          {tiers.length > 1 && (
            <IconButton
              className="mt-6 self-start"
              icon={X}
              label={t("form.removeTier", { number: index + 1 })}
              onClick={() => onChange(tiers.toSpliced(index, 1))}
            />
          )}
        </fieldset>
      ))}
      {tiers.length < MOST_TIERS && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...tiers, { longestDays: "", rate: "" }])}
        >
          <Plus aria-hidden className="size-4" />
          {t("form.addTier")}
        </Button>
      )}
    </fieldset>
  );
}
