import { Check } from "lucide-react";
import { cx } from "./cx.ts";

interface StepsProps {
  label: string;
  steps: readonly string[];
  /** Index of the step being done; `steps.length` when all are. */
  current: number;
}

export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={cx("flex items-center gap-2", index > current && "text-muted")}
        >
          <span
            aria-hidden
            className={cx(
              "figures grid size-6 place-items-center rounded-full text-sm font-semibold",
              index <= current ? "bg-accent text-on-accent" : "bg-sunken text-muted",
            )}
          >
            {index < current ? <Check className="size-4" /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
