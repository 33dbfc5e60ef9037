import { Plus, X } from "lucide-react";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { MOST_OBLIGORS, type OfferField } from "./offer-form.ts";
import { useText } from "./useText.ts";

interface ObligorFieldsProps {
  accounts: readonly string[];
  errorOf: (field: OfferField) => string | undefined;
  onChange: (accounts: readonly string[]) => void;
}

/** Whose receivables the offer buys: one field for each. */
export function ObligorFields({ accounts, errorOf, onChange }: ObligorFieldsProps) {
  const t = useText();
  const obligors = useObligors();
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium">{t("form.obligors")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {accounts.map((account, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields keep no state, and their place is what errors name
          <div key={index} className="grid grid-cols-[1fr_auto] gap-2">
            <SelectField
              label={t("form.obligor")}
              placeholder={t("form.chooseObligor")}
              hint={obligors.length === 0 ? t("form.noObligor") : undefined}
              value={account}
              onChange={(event) => onChange(accounts.with(index, event.target.value))}
              options={obligors.map((option) => ({
                ...option,
                disabled: option.value !== account && accounts.includes(option.value),
              }))}
              error={errorOf(`obligor/${index}`)}
            />
            {accounts.length > 1 && (
              <IconButton
                className="mt-6 self-start"
                icon={X}
                label={t("form.removeObligor", { number: index + 1 })}
                onClick={() => onChange(accounts.toSpliced(index, 1))}
              />
            )}
          </div>
        ))}
      </div>
      {accounts.length < Math.min(MOST_OBLIGORS, obligors.length) && (
        <Button size="sm" className="justify-self-start" onClick={() => onChange([...accounts, ""])}>
          <Plus aria-hidden className="size-4" />
          {t("form.addObligor")}
        </Button>
      )}
    </fieldset>
  );
}

function useObligors(): { value: string; label: string }[] {
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  return participants
    .filter(({ roles, suspended, replaced }) => rolesFromBits(roles).includes("obligor") && !suspended && !replaced)
    .map(({ account }) => ({ value: account, label: nameOf(account) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
