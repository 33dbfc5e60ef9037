import { useHistoryText } from "../../app/history/useHistoryText.ts";
import { isReceivableState, RECEIVABLE_STATES, type ReceivableState } from "../../domain/receivable-state.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useText } from "./text.ts";

interface ListFiltersProps {
  scope: "mine" | "all";
  state: ReceivableState | null;
  text: string;
  onChange: (change: { scope?: "mine" | "all"; state?: ReceivableState | null; text?: string }) => void;
}

export function ListFilters({ scope, state, text, onChange }: ListFiltersProps) {
  const t = useText();
  const history = useHistoryText();
  return (
    <search className="grid gap-4 sm:grid-cols-3">
      <SelectField
        label={t("list.scope")}
        value={scope}
        options={[
          { value: "mine", label: t("list.mine") },
          { value: "all", label: t("list.all") },
        ]}
        onChange={({ target }) => onChange({ scope: target.value === "all" ? "all" : "mine" })}
      />
      <SelectField
        label={t("list.state")}
        value={state ?? ""}
        placeholder={t("list.anyState")}
        options={RECEIVABLE_STATES.map((value) => ({ value, label: history(`state.${value}`) }))}
        onChange={({ target }) => onChange({ state: isReceivableState(target.value) ? target.value : null })}
      />
      <TextField
        type="search"
        label={t("list.search")}
        value={text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
    </search>
  );
}
