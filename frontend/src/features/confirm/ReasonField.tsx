import { SelectField } from "../../ui/SelectField.tsx";
import { REFUSAL_REASONS, type RefusalReason } from "./reasons.ts";
import { useText } from "./useText.ts";

interface ReasonFieldProps {
  reason: RefusalReason;
  onReason: (reason: RefusalReason) => void;
}

export function ReasonField({ reason, onReason }: ReasonFieldProps) {
  const t = useText();
  return (
    <SelectField
      label={t("refuse.reason")}
      value={reason}
      onChange={({ target }) => onReason(REFUSAL_REASONS.find((known) => known === target.value) ?? reason)}
      options={REFUSAL_REASONS.map((code) => ({ value: code, label: t(`refuse.${code}`) }))}
    />
  );
}
