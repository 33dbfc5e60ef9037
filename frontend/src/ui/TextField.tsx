import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "./Field.tsx";

export interface TextFieldProps extends FieldTexts, Omit<ComponentProps<"input">, "id"> {}

export function TextField({ label, hint, error, optional, className, type = "text", ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false} className={className}>
      {(aria) => <input {...input} {...aria} type={type} className="field-control" />}
    </Field>
  );
}
