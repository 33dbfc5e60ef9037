import type { ComponentProps } from "react";
import { decimalText } from "./decimalText.ts";
import { Field, type FieldTexts } from "./Field.tsx";

interface MoneyFieldProps extends FieldTexts, Omit<ComponentProps<"input">, "id" | "type" | "value" | "onChange"> {
  /** A plain decimal such as "1234.50"; the domain turns it into minor units. Never a number. */
  value: string;
  onValueChange: (value: string) => void;
  /** Shown behind the figure: a currency code or a percent sign. */
  unit: string;
}

export function MoneyField({
  label,
  hint,
  error,
  optional,
  className,
  value,
  onValueChange,
  unit,
  ...input
}: MoneyFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false} className={className}>
      {(aria) => (
        <span className="relative block">
          <input
            {...input}
            {...aria}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => onValueChange(decimalText(event.target.value))}
            className="field-control figures pe-14 text-end"
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-2.5 flex items-center text-sm text-muted"
          >
            {unit}
          </span>
        </span>
      )}
    </Field>
  );
}
