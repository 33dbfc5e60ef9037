import { X } from "lucide-react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Payee } from "../../app/holdings/payees.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { LineProblem, PartLine, PlannedLine } from "./split-plan.ts";
import { useText } from "./text.ts";
import { useLineProblemText } from "./useLineProblemText.ts";

interface PayLineProps {
  number: number;
  line: PartLine;
  planned: PlannedLine | undefined;
  payees: readonly Payee[];
  unit: string;
  smallest: bigint;
  currency: number;
  offerDay: number | null;
  isWhole: boolean;
  /** Blames what is still empty only after the first try. */
  showMissing: boolean;
  onChange: (part: Partial<PartLine>) => void;
  onRemove: (() => void) | undefined;
}

const PAYEE_PROBLEMS: readonly LineProblem[] = ["payeeMissing", "payeeUnknown", "payeeMayNotReceive", "toSelf"];

/** One payee and its amount. */
export function PayLine(props: PayLineProps) {
  const { number, line, planned, payees, unit, isWhole, onChange, onRemove } = props;
  const t = useText();
  const { nameOf } = useDirectory();
  const errors = useLineErrors(props);
  const options = payees
    .map(({ account, standingConsent }) => ({
      value: account,
      label: `${nameOf(account)} · ${t(standingConsent ? "pay.atOnce" : "pay.accepts")}`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <fieldset className="grid gap-x-3 gap-y-2 border-t border-line pt-3 sm:grid-cols-[1fr_12rem_auto]">
      <legend className="sr-only">{t("pay.line", { number })}</legend>
      <SelectField
        label={t("pay.payee")}
        placeholder={t("pay.choosePayee")}
        options={options}
        value={line.to}
        error={errors.payee}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <MoneyField
        label={t("pay.amount")}
        unit={unit}
        value={line.amount}
        readOnly={isWhole}
        error={errors.amount}
        onValueChange={(amount) => onChange({ amount })}
      />
      {onRemove && (
        <IconButton className="self-start sm:mt-6" icon={X} label={t("pay.remove", { number })} onClick={onRemove} />
      )}
      {planned?.payee && <Manner {...props} payee={planned.payee} />}
    </fieldset>
  );
}

function Manner({ payee, offerDay }: PayLineProps & { payee: Payee }) {
  const t = useText();
  const format = useFormat();
  const text = payee.standingConsent
    ? t("pay.receivesAtOnce")
    : t("pay.acceptsUntil", { day: offerDay === null ? "…" : format.day(offerDay) });
  return <p className="text-sm text-muted sm:col-span-2">{text}</p>;
}

function useLineErrors({ planned, ...wanted }: PayLineProps) {
  const textOf = useLineProblemText(wanted);
  const problems = planned?.problems ?? [];
  return {
    payee: textOf(problems.find((problem) => PAYEE_PROBLEMS.includes(problem))),
    amount: textOf(problems.find((problem) => !PAYEE_PROBLEMS.includes(problem))),
  };
}
