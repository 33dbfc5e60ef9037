import { useParticipants } from "../../app/data/queries/participants.ts";
import { useOrganisationName } from "../../app/data/useOrganisationName.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { ALERT_RULES, type AlertRule, isAlertRule } from "./alert-item.ts";
import { useText } from "./text.ts";

interface AlertFiltersProps {
  rule: AlertRule | null;
  /** Identity. */
  company: string | null;
  onChange: (change: { rule?: AlertRule | null; company?: string | null }) => void;
}

export function AlertFilters({ rule, company, onChange }: AlertFiltersProps) {
  const t = useText();
  const nameOf = useOrganisationName();
  const { data: participants } = useParticipants();
  const identities = [...new Set((participants ?? []).map(({ identity }) => identity.toLowerCase()))];
  const companies = identities
    .map((identity) => ({ value: identity, label: nameOf(identity) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <search className="grid gap-4 sm:grid-cols-2">
      <SelectField
        label={t("filter.rule")}
        placeholder={t("filter.anyRule")}
        value={rule ?? ""}
        options={ALERT_RULES.map((value) => ({ value, label: t(`rule.${value}.name`) }))}
        onChange={({ target }) => onChange({ rule: isAlertRule(target.value) ? target.value : null })}
      />
      <SelectField
        label={t("filter.company")}
        placeholder={t("filter.anyCompany")}
        value={company ?? ""}
        options={companies}
        onChange={({ target }) => onChange({ company: target.value || null })}
      />
    </search>
  );
}
