import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { useUiTexts } from "./texts.ts";

export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do; marks the control as invalid. */
  error?: string | undefined;
  optional?: boolean;
}

interface ControlAria {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps extends FieldTexts {
  className?: string | undefined;
  children: (aria: ControlAria) => ReactNode;
}

/** Label, hint and error around one control, joined to it for assistive technology. */
export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useId();
  const texts = useUiTexts();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return (
    <div className={cx("grid content-start gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> · {texts.optional}</span>}
      </label>
      {children({ id, "aria-describedby": described.join(" ") || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
