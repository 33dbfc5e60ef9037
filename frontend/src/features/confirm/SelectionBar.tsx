import type { ReactNode } from "react";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import type { SelectionSummary } from "./selection.ts";
import { useText } from "./useText.ts";

interface SelectionBarProps {
  summary: SelectionSummary;
  /** How many can be selected. */
  all: number;
  onAll: (isSelected: boolean) => void;
  /** What is done with the selection. */
  children: ReactNode;
}

/** How much is selected: per currency, and the days on which it would fall due. */
export function SelectionBar({ summary, all, onAll, children }: SelectionBarProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { count, totals, due } = summary;
  return (
    <div className="card flex flex-wrap items-center gap-x-6 gap-y-3 px-3 py-2.5">
      <Checkbox
        label={t("many.all", { count: all })}
        checked={count === all}
        ref={(input) => {
          if (input) input.indeterminate = count > 0 && count < all;
        }}
        onChange={(event) => onAll(event.target.checked)}
      />
      <p aria-live="polite" className="min-w-0 flex-1 basis-60">
        {due === null ? (
          <span className="text-sm text-muted">{t("many.hint")}</span>
        ) : (
          <span className="flex flex-wrap gap-x-3">
            <span className="font-medium">{t("many.selected", { count })}</span>
            {totals.map(([currency, face]) => (
              <Amount key={currency} strong data-testid="selected-total" text={money(face, currency)} />
            ))}
            <span className="text-muted">
              {due.first === due.last
                ? t("many.dueOn", { day: format.day(due.first) })
                : t("many.dueBetween", { first: format.day(due.first), last: format.day(due.last) })}
            </span>
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
