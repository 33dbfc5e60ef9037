import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon, TriangleAlert } from "lucide-react";
import { cx } from "../../ui/cx.ts";
import type { Check } from "./check.ts";
import type { Verdict } from "./judge.ts";
import { useText } from "./text.ts";

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  fail: CircleAlert,
  unknown: CircleDashed,
};
const COLOURS: Readonly<Record<Verdict, string>> = {
  ok: "text-positive",
  warn: "text-warning",
  fail: "text-danger",
  unknown: "text-muted",
};

/** Each check: its verdict as icon and word, what was found, and what to do when it is not well. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const t = useText();
  return (
    <ul className="card divide-y divide-line">
      {checks.map(({ key, label, verdict, found, advice }) => {
        const Icon = ICONS[verdict];
        return (
          <li key={key} data-testid={`check-${key}`} className="grid gap-x-4 gap-y-1 p-3 sm:grid-cols-[14rem_7rem_1fr]">
            <span className="font-medium">{label}</span>
            <span className={cx("inline-flex items-center gap-1.5 self-start font-medium", COLOURS[verdict])}>
              <Icon aria-hidden className="size-4.5 shrink-0" />
              {t(`verdict.${verdict}`)}
            </span>
            <span className="min-w-0 wrap-anywhere">
              <span className="tabular-nums">{found}</span>
              {advice && <span className="block text-sm text-muted">{advice}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
