import { useHistoryText } from "../../app/history/useHistoryText.ts";
import { isReceivableState, RECEIVABLE_STATES } from "../../domain/receivable-state.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { ListChoice } from "./list-query.ts";
import { MoreFilters } from "./MoreFilters.tsx";
import { useText } from "./text.ts";

interface ListFiltersProps {
  choice: ListChoice;
  onChange: (change: Partial<ListChoice>) => void;
}

export function ListFilters({ choice, onChange }: ListFiltersProps) {
  const t = useText();
  const history = useHistoryText();
  return (
    <search className="grid gap-3">
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t("list.scope")}
          value={choice.scope}
          options={[
            { value: "mine", label: t("list.mine") },
            { value: "all", label: t("list.all") },
          ]}
          onChange={({ target }) => onChange({ scope: target.value === "all" ? "all" : "mine" })}
        />
        <SelectField
          label={t("list.state")}
          value={choice.state ?? ""}
          placeholder={t("list.anyState")}
          options={RECEIVABLE_STATES.map((value) => ({ value, label: history(`state.${value}`) }))}
          onChange={({ target }) => onChange({ state: isReceivableState(target.value) ? target.value : null })}
        />
        <TextField
          type="search"
          label={t("list.search")}
          value={choice.text}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => onChange({ text: target.value })}
        />
      </div>
      <MoreFilters choice={choice} onChange={onChange} />
    </search>
  );
}
