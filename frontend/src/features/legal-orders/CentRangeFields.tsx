import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { rangeText } from "../../app/history/rangeText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isFrozen, isRetired } from "../../domain/slice-state.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { centOf, type FreezeDraft } from "./freeze-draft.ts";
import { useText } from "./text.ts";

interface CentRangeFieldsProps {
  receivable: ReceivableRow;
  /** Live ones, ascending. */
  slices: readonly SliceRow[];
  draft: FreezeDraft;
  onChange: (change: Partial<FreezeDraft>) => void;
  errors: { from: string | undefined; to: string | undefined };
}

/** Which cents: those of a slice, or any range of the face. */
export function CentRangeFields({ receivable, slices, draft, onChange, errors }: CentRangeFieldsProps) {
  const t = useText();
  const format = useFormat();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const [from, to] = [centOf(draft.from), centOf(draft.to)];
  const chosen = slices.find(({ start, end }) => start === from && end === to);
  const take = (id: string) => {
    const slice = slices.find((each) => each.id === id);
    if (slice) onChange({ from: String(slice.start), to: String(slice.end) });
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
          label={t("cents.from")}
          hint={t("cents.fromHint", { face: format.count(receivable.face) })}
          inputMode="numeric"
          autoComplete="off"
          value={draft.from}
          error={errors.from}
          onChange={({ target }) => onChange({ from: target.value })}
        />
        <TextField
          label={t("cents.to")}
          hint={
            from !== null && to !== null && to > from
              ? t("cents.amount", { amount: money(to - from, receivable.currency) })
              : t("cents.toHint")
          }
          inputMode="numeric"
          autoComplete="off"
          value={draft.to}
          error={errors.to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
      </div>
    </>
  );
}
