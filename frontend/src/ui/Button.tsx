import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

type Variant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: Variant;
  size?: "md" | "sm";
  /** Works on it: can't be pressed again, and says so to assistive technology. */
  busy?: boolean;
}

const VARIANTS: Readonly<Record<Variant, string>> = {
  primary: "bg-accent text-on-accent border-transparent hover:bg-accent-strong",
  secondary: "bg-surface text-ink border-line-strong hover:bg-sunken",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken",
  danger: "bg-danger text-on-danger border-transparent hover:opacity-90",
};

const SIZES = { md: "min-h-9.5 px-3.5 text-base", sm: "min-h-8 px-2.5 text-sm" };

/** The look of a button, for links that act like one. */
export function buttonClass(variant: Variant = "secondary", size: "md" | "sm" = "md"): string {
  return cx(
    "inline-flex items-center justify-center gap-1.5 rounded-md border font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55",
    VARIANTS[variant],
    SIZES[size],
  );
}

export function Button({
  variant,
  size,
  busy = false,
  type = "button",
  className,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={cx(buttonClass(variant, size), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
