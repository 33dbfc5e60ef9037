import { cx } from "./cx.ts";
import type { Tone } from "./tone.ts";

interface ShareBarProps {
  /** The figures in words: a picture only. */
  label: string;
  part: bigint;
  whole: bigint;
  tone?: Extract<Tone, "accent" | "warning" | "danger">;
}

const PER_MYRIAD = 10_000n;
const FILLS = { accent: "bg-accent", warning: "bg-warning", danger: "bg-danger" } as const;

/** How much of a whole is taken up. The figures stand beside it. */
export function ShareBar({ label, part, whole, tone = "accent" }: ShareBarProps) {
  const share = whole === 0n ? 0n : (part * PER_MYRIAD) / whole;
  // A width on screen, not an amount.
  const width = Math.min(100, Number(share) / 100);
  return (
    <span
      role="img"
      aria-label={label}
      className="block h-2.5 w-full min-w-24 overflow-hidden rounded-full border border-line-strong bg-sunken"
    >
      <span className={cx("block h-full", FILLS[tone])} style={{ width: `${width}%` }} />
    </span>
  );
}
