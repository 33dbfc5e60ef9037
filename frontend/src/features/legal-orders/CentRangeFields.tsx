import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isFrozen, isRetired } from "../../domain/slice-state.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type FreezeDraft, rangeOf } from "./freeze-draft.ts";
import { useText } from "./text.ts";

interface CentRangeFieldsProps {
  receivable: ReceivableRow;
  /** Live ones, ascending. */
  slices: readonly SliceRow[];
  draft: FreezeDraft;
  onChange: (change: Partial<FreezeDraft>) => void;
  errors: { first: string | undefined; last: string | undefined };
}

/** Which cents: those of a slice, or any range of the face. */
export function CentRangeFields({ receivable, slices, draft, onChange, errors }: CentRangeFieldsProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const range = rangeOf(draft);
  const chosen = slices.find(({ start, end }) => start === range?.from && end === range.to);
  const take = (id: string) => {
    const slice = slices.find((each) => each.id === id);
    if (slice) onChange({ first: String(slice.start + 1n), last: String(slice.end) });
  };
  const options = slices
    .filter((slice) => !isRetired(slice))
    .map((slice) => ({
      value: slice.id,
      label: t(isFrozen(slice) ? "cents.frozenOption" : "cents.option", {
        holder: nameOf(slice.holder),
        amount: money(slice.face, receivable.currency),
        range: rangeText(slice.start, slice.end, format.count),
      }),
    }));
  return (
    <>
      <SelectField
        label={t("cents.slice")}
        hint={t("cents.sliceHint")}
        placeholder={t("cents.ownRange")}
        value={chosen?.id ?? ""}
        options={options}
        onChange={({ target }) => take(target.value)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("cents.first")}
          hint={t("cents.firstHint", { face: format.count(receivable.face) })}
          inputMode="numeric"
          autoComplete="off"
          value={draft.first}
          error={errors.first}
          onChange={({ target }) => onChange({ first: target.value })}
        />
        <TextField
          label={t("cents.last")}
          hint={
            range
              ? t("cents.amount", { amount: money(range.to - range.from, receivable.currency) })
              : t("cents.lastHint")
          }
          inputMode="numeric"
          autoComplete="off"
          value={draft.last}
          error={errors.last}
          onChange={({ target }) => onChange({ last: target.value })}
        />
      </div>
    </>
  );
}
