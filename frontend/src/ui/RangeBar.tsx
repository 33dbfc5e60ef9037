import { cx } from "./cx.ts";
import type { HolderMark } from "./holderMarks.ts";

interface RangeBarPart {
  key: string;
  start: bigint;
  end: bigint;
  mark: HolderMark;
  /** Who and how much, for the tooltip. */
  title: string;
  isCurrent: boolean;
}

interface RangeBarProps {
  /** What the bar shows, in words; the figures stand in a table beside it. */
  label: string;
  parts: readonly RangeBarPart[];
  whole: bigint;
}

const PER_MYRIAD = 10_000n;

/** A face value as one bar, each part as wide as its cents. A picture only. */
export function RangeBar({ label, parts, whole }: RangeBarProps) {
  return (
    <div
      role="img"
      aria-label={label}
      className="flex h-10 w-full overflow-hidden rounded-md border border-line-strong bg-sunken"
    >
      {parts.map(({ key, start, end, mark, title, isCurrent }) => (
        <span
          key={key}
          title={title}
          className={cx(
            "flex min-w-px items-center justify-center overflow-hidden text-sm font-semibold text-[#14181a] not-last:border-e not-last:border-[#14181a]/60",
            isCurrent && "shadow-[inset_0_0_0_3px_#14181a]",
          )}
          // A width on screen, not an amount.
          style={{ backgroundColor: mark.colour, width: `${Number(((end - start) * PER_MYRIAD) / whole) / 100}%` }}
        >
          {mark.letters}
        </span>
      ))}
    </div>
  );
}
