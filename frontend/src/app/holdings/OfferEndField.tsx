import { useState } from "react";
import { dayFromIso, isoFromDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { DateField } from "../../ui/DateField.tsx";
import { useFormat } from "../i18n/useFormat.ts";
import type { OfferWindow } from "./offer-end.ts";
import { useText } from "./text.ts";

interface OfferEndFieldProps {
  window: OfferWindow;
  day: number | null;
  /** Null when what was entered can't be used. */
  onDay: (day: number | null) => void;
}

/** Until when payees without standing consent may accept. */
export function OfferEndField({ window, day, onDay }: OfferEndFieldProps) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState(isoFromDay(day ?? window.standard));
  const bounds = { first: format.day(window.first), last: format.day(window.last) };
  const change = (typed: string) => {
    setText(typed);
    onDay(dayWithin(typed, window));
  };
  return (
    <DateField
      className="max-w-72"
      label={t("offerEnd")}
      hint={t("offerEndHint", bounds)}
      min={isoFromDay(window.first)}
      max={isoFromDay(window.last)}
      value={text}
      error={day === null ? t("offerEndBad", bounds) : undefined}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function dayWithin(iso: string, { first, last }: OfferWindow): number | null {
  try {
    const day = dayFromIso(iso);
    return day >= first && day <= last ? day : null;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
