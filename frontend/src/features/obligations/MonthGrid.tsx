import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { amountOf } from "../../domain/maturity-ladder.ts";
import { cx } from "../../ui/cx.ts";
import { weeksOf } from "./month.ts";
import type { Owed } from "./owed.ts";
import { useText } from "./useText.ts";

interface MonthGridProps {
  caption: string;
  /** YYYY-MM */
  month: string;
  rows: readonly Owed[];
  today: number;
  open: number | null;
  onOpen: (day: number) => void;
}

export function MonthGrid({ caption, month, rows, today, open, onOpen }: MonthGridProps) {
  const format = useFormat();
  const weeks = weeksOf(month);
  return (
    <div className="card overflow-hidden">
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {weekdays(format.locale).map(({ short, long }) => (
              <th key={long} scope="col" className="border-b border-line px-1 py-1.5 text-xs font-medium text-muted">
                <abbr title={long} className="no-underline">
                  {short}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find((day) => day !== null)} className="not-last:border-b border-line">
              {week.map((day, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place in the week, empty or not
                  key={at}
                  aria-current={day === today ? "date" : undefined}
                  className="h-14 border-line p-0 align-top not-last:border-e aria-[current=date]:bg-accent-soft sm:h-18"
                >
                  {day !== null && (
                    <Day
                      day={day}
                      rows={rows.filter(({ dueDay }) => dueDay === day)}
                      isOpen={day === open}
                      onOpen={() => onOpen(day)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  day: number;
  rows: readonly Owed[];
  isOpen: boolean;
  onOpen: () => void;
}

function Day({ day, rows, isOpen, onOpen }: DayProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const number = Number(isoFromDay(day).slice(8));
  const [first] = rows;
  if (!first) return <span className="block px-1.5 py-1 text-sm text-muted">{number}</span>;
  const amount = money(amountOf(rows), first.currency);
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onOpen}
      className={cx(
        "grid size-full content-start gap-0.5 px-1.5 py-1 text-start text-sm -outline-offset-2 hover:bg-sunken",
        isOpen && "bg-accent-soft",
      )}
    >
      <span className="sr-only">{t("calendar.day", { day: format.day(day), count: rows.length, amount })}</span>
      <span aria-hidden className="font-semibold">
        {number}
      </span>
      <span aria-hidden className="figures text-xs font-medium text-accent max-sm:hidden">
        {amount}
      </span>
      <span className="size-2 rounded-full bg-accent sm:hidden" />
    </button>
  );
}

/** From Monday on; 1970-01-05 was one. */
function weekdays(locale: string): { short: string; long: string }[] {
  const write = (weekday: "short" | "long", day: number) =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(new Date(Date.UTC(1970, 0, 5 + day)));
  return Array.from({ length: 7 }, (_, day) => ({ short: write("short", day), long: write("long", day) }));
}
