import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./Field.tsx";

interface SelectFieldProps extends FieldTexts, Omit<ComponentProps<"select">, "id" | "children"> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false} className={className}>
      {(aria) => (
        <select {...select} {...aria} className="field-control">
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
