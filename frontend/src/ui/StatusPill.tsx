import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { TONE_SOFT, type Tone } from "./tone.ts";

interface StatusPillProps extends ComponentProps<"span"> {
  tone?: Tone;
  children: ReactNode;
}

/** A state or mark in one or two words. */
export function StatusPill({ tone = "neutral", className, children, ...rest }: StatusPillProps) {
  return (
    <span
      {...rest}
      className={cx(
        "inline-flex items-center gap-1 rounded-full px-2 py-px text-sm font-medium whitespace-nowrap",
        TONE_SOFT[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
