import { useId, useState } from "react";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { DateField } from "../../ui/DateField.tsx";
import { useText } from "./text.ts";

interface DayControlProps {
  first: number;
  last: number;
  day: number;
  onDay: (day: number) => void;
}

/** The day whose end is shown: by a slider, or typed. */
export function DayControl({ first, last, day, onDay }: DayControlProps) {
  const t = useText();
  const id = useId();
  const format = useFormat();
  return (
    <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-[14rem_1fr]">
      {/* Anew for each day chosen with the slider. */}
      <TypedDay key={day} first={first} last={last} day={day} onDay={onDay} />
      <div className="grid gap-1">
        <label htmlFor={id} className="text-sm font-medium">
          {t("day.slider")}
        </label>
        <input
          id={id}
          type="range"
          min={first}
          max={last}
          value={day}
          disabled={first === last}
          aria-valuetext={format.day(day)}
          onChange={({ target }) => onDay(Number(target.value))}
          className="min-h-9.5 w-full accent-accent"
        />
        <p className="flex justify-between text-sm text-muted" aria-hidden>
          <span>{format.day(first)}</span>
          <span>{format.day(last)}</span>
        </p>
      </div>
    </div>
  );
}

function TypedDay({ first, last, day, onDay }: DayControlProps) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState(isoFromDay(day));
  const typed = dayWithin(text, first, last);
  const change = (value: string) => {
    setText(value);
    const next = dayWithin(value, first, last);
    if (next !== null) onDay(next);
  };
  return (
    <DateField
      label={t("day.label")}
      min={isoFromDay(first)}
      max={isoFromDay(last)}
      value={text}
      error={typed === null ? t("day.bad", { first: format.day(first), last: format.day(last) }) : undefined}
      onChange={({ target }) => change(target.value)}
    />
  );
}

function dayWithin(iso: string, first: number, last: number): number | null {
  try {
    const day = dayFromIso(iso);
    return day >= first && day <= last ? day : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
