import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { amountOf } from "../../domain/maturity-ladder.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { MonthGrid } from "./MonthGrid.tsx";
import { monthAfter, monthOf } from "./month.ts";
import { ObligationRows } from "./ObligationRows.tsx";
import type { Owed } from "./owed.ts";
import { useText } from "./useText.ts";

interface CalendarProps {
  /** Of one currency. */
  rows: readonly Owed[];
  currency: number;
  today: number;
}

/** A month with what falls due on each of its days; a day opens its receivables. */
export function Calendar({ rows, currency, today }: CalendarProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const [month, setMonth] = useState(() => monthOf(firstDue(rows, today)));
  const [open, setOpen] = useState<number | null>(null);
  const inMonth = rows.filter(({ dueDay }) => monthOf(dueDay) === month);
  const go = (by: number) => {
    setMonth(monthAfter(month, by));
    setOpen(null);
  };
  const name = monthName(month, format.locale);
  const opened = open === null ? [] : inMonth.filter(({ dueDay }) => dueDay === open);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <IconButton icon={ChevronLeft} label={t("calendar.before")} onClick={() => go(-1)} />
        <p aria-live="polite" className="min-w-36 text-center font-medium">
          {name}
        </p>
        <IconButton icon={ChevronRight} label={t("calendar.after")} onClick={() => go(1)} />
        <p className="text-sm text-muted">
          {inMonth.length === 0
            ? t("calendar.nothing")
            : t("calendar.total", { count: inMonth.length, amount: money(amountOf(inMonth), currency) })}
        </p>
      </div>
      <MonthGrid
        caption={t("calendar.caption", { month: name })}
        month={month}
        rows={inMonth}
        today={today}
        open={open}
        onOpen={(day) => setOpen(open === day ? null : day)}
      />
      {open !== null && opened.length > 0 && (
        <ObligationRows caption={t("rows.day", { day: format.day(open) })} rows={opened} today={today} />
      )}
    </div>
  );
}

/** Where the calendar opens: at the first day to come on which something is due. */
function firstDue(rows: readonly Owed[], today: number): number {
  const coming = rows.map(({ dueDay }) => dueDay).filter((day) => day >= today);
  return coming.length === 0 ? today : Math.min(...coming);
}

function monthName(month: string, locale: string): string {
  const first = new Date(dayFromIso(`${month}-01`) * 86_400_000);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(first);
}
