import { useParticipants } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { DateField } from "../../ui/DateField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type ActivityChoice, isIdPrefix } from "./activity-query.ts";
import { useText } from "./text.ts";
import { isTopic, TOPICS } from "./topics.ts";

interface ActivityFiltersProps {
  choice: ActivityChoice;
  onChange: (change: Partial<ActivityChoice>) => void;
}

export function ActivityFilters({ choice, onChange }: ActivityFiltersProps) {
  const t = useText();
  return (
    <search className="grid grid-cols-2 gap-4 lg:grid-cols-5">
      <SelectField
        label={t("topic")}
        value={choice.topic ?? ""}
        placeholder={t("anyTopic")}
        options={TOPICS.map((value) => ({ value, label: t(`topics.${value}`) }))}
        onChange={({ target }) => onChange({ topic: isTopic(target.value) ? target.value : null })}
      />
      <SelectField
        label={t("actor")}
        value={choice.actor}
        placeholder={t("anyone")}
        options={useOrganisations()}
        onChange={({ target }) => onChange({ actor: target.value })}
      />
      <DateField label={t("from")} value={choice.from} onChange={({ target }) => onChange({ from: target.value })} />
      <DateField label={t("to")} value={choice.to} onChange={({ target }) => onChange({ to: target.value })} />
      <TextField
        type="search"
        label={t("receivable")}
        className="max-lg:col-span-2"
        value={choice.receivable}
        error={isIdPrefix(choice.receivable) ? undefined : t("receivableInvalid")}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => onChange({ receivable: target.value })}
      />
    </search>
  );
}

/** Every organisation once, by name. */
function useOrganisations(): { value: string; label: string }[] {
  const { data: participants = [] } = useParticipants();
  const { nameOf } = useDirectory();
  const inForce = participants.filter(({ replaced }) => !replaced);
  return inForce
    .map(({ identity, account }) => ({ value: identity, label: nameOf(account) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
