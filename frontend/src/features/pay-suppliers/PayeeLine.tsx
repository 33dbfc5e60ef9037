import { X } from "lucide-react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Payee } from "../../app/holdings/payees.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { Line, ReadLine } from "./lines.ts";
import { useText } from "./text.ts";

interface PayeeLineProps {
  number: number;
  line: Line;
  read: ReadLine;
  payees: readonly Payee[];
  unit: string;
  /** Blames what is still empty only after the first try. */
  showMissing: boolean;
  onChange: (part: Partial<Line>) => void;
  onRemove: (() => void) | undefined;
}

/** One payee and its amount. */
export function PayeeLine({ number, line, read, payees, unit, showMissing, onChange, onRemove }: PayeeLineProps) {
  const t = useText();
  const { nameOf } = useDirectory();
  const isSaid = (problem: string | null) => problem !== null && (showMissing || !problem.endsWith("Missing"));
  const options = payees
    .map(({ account, standingConsent }) => ({
      value: account,
      label: `${nameOf(account)} · ${t(standingConsent ? "lines.atOnce" : "lines.accepts")}`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <fieldset className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-2 border-t border-line pt-3 sm:grid-cols-[1fr_14rem_auto]">
      <legend className="sr-only">{t("lines.line", { number })}</legend>
      <SelectField
        className="max-sm:col-span-2"
        label={t("lines.payee")}
        placeholder={t("lines.choose")}
        options={options}
        value={line.to}
        error={
          isSaid(read.payee) ? t(`problem.${read.payee ?? "payeeMissing"}`, { name: line.unknown ?? "" }) : undefined
        }
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <MoneyField
        label={t("lines.amount")}
        unit={unit}
        value={line.amount}
        error={isSaid(read.amountProblem) ? t(`problem.${read.amountProblem ?? "amountMissing"}`) : undefined}
        onValueChange={(amount) => onChange({ amount })}
      />
      {onRemove && (
        <IconButton className="mt-6 self-start" icon={X} label={t("lines.remove", { number })} onClick={onRemove} />
      )}
    </fieldset>
  );
}
