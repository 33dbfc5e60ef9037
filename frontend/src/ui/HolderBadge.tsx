import type { HolderMark } from "./holderMarks.ts";

/** A holder's mark, as it stands in pictures. */
export function HolderBadge({ mark }: { mark: HolderMark | undefined }) {
  if (!mark) return null;
  return (
    <span
      aria-hidden
      className="me-2 inline-flex size-5 items-center justify-center rounded-sm text-xs font-semibold text-[#14181a]"
      style={{ backgroundColor: mark.colour }}
    >
      {mark.letters}
    </span>
  );
}
