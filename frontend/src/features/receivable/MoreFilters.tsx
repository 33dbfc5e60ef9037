import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ROLE_BITS, type Role } from "../../domain/roles.ts";
import { DateField } from "../../ui/DateField.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { type ListChoice, minorIn } from "./list-query.ts";
import { useText } from "./text.ts";

interface MoreFiltersProps {
  choice: ListChoice;
  onChange: (change: Partial<ListChoice>) => void;
}

/** What is asked for less often, behind a fold. */
export function MoreFilters({ choice, onChange }: MoreFiltersProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const organisations = useOrganisations();
  const currency = useChosenCurrency(choice);
  const amountError = (text: string) =>
    text !== "" && minorIn(text, currency.minorDigits) === undefined ? t("list.amountInvalid") : undefined;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-sm font-medium text-accent">{t("list.more")}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t("list.column.obligor")}
          value={choice.obligorIdentity}
          placeholder={t("list.anyone")}
          options={organisations("obligor")}
          onChange={({ target }) => onChange({ obligorIdentity: target.value })}
        />
        <SelectField
          label={t("list.column.creditor")}
          value={choice.creditorIdentity}
          placeholder={t("list.anyone")}
          options={organisations("supplier")}
          onChange={({ target }) => onChange({ creditorIdentity: target.value })}
        />
        <DateField
          label={t("list.dueFrom")}
          value={choice.dueFrom}
          onChange={({ target }) => onChange({ dueFrom: target.value })}
        />
        <DateField
          label={t("list.dueTo")}
          value={choice.dueTo}
          onChange={({ target }) => onChange({ dueTo: target.value })}
        />
        <SelectField
          label={t("list.currency")}
          value={choice.currency}
          placeholder={t("list.anyCurrency")}
          options={currencies.map(({ index, code }) => ({ value: String(index), label: code }))}
          onChange={({ target }) => onChange({ currency: target.value })}
        />
        <MoneyField
          label={t("list.faceFrom")}
          value={choice.faceFrom}
          unit={choice.currency === "" ? "" : currency.code}
          error={amountError(choice.faceFrom)}
          onValueChange={(faceFrom) => onChange({ faceFrom })}
        />
        <MoneyField
          label={t("list.faceTo")}
          value={choice.faceTo}
          unit={choice.currency === "" ? "" : currency.code}
          error={amountError(choice.faceTo)}
          onValueChange={(faceTo) => onChange({ faceTo })}
        />
      </div>
    </details>
  );
}

/** The currency in which amounts are typed; without a choice the ledger's first one. */
export function useChosenCurrency({ currency }: ListChoice): { code: string; minorDigits: number } {
  const { currencies } = useDeployment();
  const chosen = currencies.find(({ index }) => String(index) === currency) ?? currencies[0];
  return chosen ?? { code: "", minorDigits: 2 };
}

/** Organisations that have a role, each once, by name. */
function useOrganisations(): (role: Role) => { value: string; label: string }[] {
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  return (role) => {
    const inForce = participants.filter(({ roles, replaced }) => (roles & ROLE_BITS[role]) !== 0 && !replaced);
    return inForce
      .map(({ identity, account }) => ({ value: identity, label: nameOf(account) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  };
}
