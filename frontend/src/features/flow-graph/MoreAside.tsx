import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp, type LucideIcon } from "lucide-react";
import type { Side } from "../../domain/flow/view.ts";
import { cx } from "../../ui/cx.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { useText } from "./text.ts";

const ICONS: Readonly<Record<Side, LucideIcon>> = {
  left: ChevronLeft,
  right: ChevronRight,
  up: ChevronUp,
  down: ChevronDown,
};
/** The picture fades where it goes on; the buttons stand in the corners, where they cover no company of a single row. */
const FADES: Readonly<Record<Side, string>> = {
  left: "inset-y-0 left-0 w-12 items-end bg-linear-to-r",
  right: "inset-y-0 right-0 w-12 items-end justify-end bg-linear-to-l",
  up: "inset-x-0 top-0 h-12 items-start justify-center bg-linear-to-b",
  down: "inset-x-0 bottom-0 h-12 items-end justify-center bg-linear-to-t",
};

interface MoreAsideProps {
  side: Side;
  onStep: (side: Side) => void;
}

/** Says that the picture goes on to a side, and goes there. */
export function MoreAside({ side, onStep }: MoreAsideProps) {
  const t = useText();
  return (
    <div className={cx("pointer-events-none absolute flex from-surface to-transparent p-1 print:hidden", FADES[side])}>
      <span className="pointer-events-auto rounded-md border border-line-strong bg-surface">
        <IconButton size="sm" icon={ICONS[side]} label={t(`more.${side}`)} onClick={() => onStep(side)} />
      </span>
    </div>
  );
}
