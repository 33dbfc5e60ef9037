import { Plus, X } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { MOST_TIERS, type OfferField, type TierDraft } from "./offer-form.ts";
import { useText } from "./useText.ts";

interface TierFieldsProps {
  tiers: readonly TierDraft[];
  errorOf: (field: OfferField) => string | undefined;
  onChange: (tiers: readonly TierDraft[]) => void;
}

/** A rate for each range of tenors, the shortest first. */
export function TierFields({ tiers, errorOf, onChange }: TierFieldsProps) {
  const t = useText();
  const set = (index: number, changed: Partial<TierDraft>) =>
    onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...changed } : tier)));
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4">
      <legend className="float-left mb-1 font-medium">{t("form.tiers")}</legend>
      <p className="clear-left -mt-3 text-sm text-muted">{t("form.tiersHint")}</p>
      {tiers.map((tier, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields keep no state, and their place is what errors name
          key={index}
          className="grid grid-cols-[1.5fr_1fr_auto] gap-2 sm:max-w-xl sm:gap-3"
        >
          <legend className="sr-only">{t("form.tier", { number: index + 1 })}</legend>
          <TextField
            label={t("form.longestTenor")}
            inputMode="numeric"
            autoComplete="off"
            value={tier.longestTenor}
            onChange={(event) => set(index, { longestTenor: event.target.value })}
            error={errorOf(`longestTenor/${index}`)}
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
          onClick={() => onChange([...tiers, { longestTenor: "", rate: "" }])}
        >
          <Plus aria-hidden className="size-4" />
          {t("form.addTier")}
        </Button>
      )}
    </fieldset>
  );
}
