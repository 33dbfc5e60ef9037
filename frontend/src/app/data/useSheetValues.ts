import { useMemo } from "react";
import { isoFromDay } from "../../domain/day-count.ts";
import { toDecimal } from "../../domain/money.ts";
import type { SheetValue } from "../../domain/sheet/sheet.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useUtcOffset } from "./queries/policy.ts";

interface SheetValues {
  /** Minor units of a currency given by its index in the rulebook, in major units with the currency's code. */
  amount: (minor: bigint, currencyIndex: number) => SheetValue;
  /** Parts per million, in per cent. */
  percent: (ppm: bigint | number) => SheetValue;
  count: (count: number) => SheetValue;
  /** A day since 1970-01-01. */
  day: (day: number) => SheetValue;
  /** Seconds, in the policy's zone, with its offset. */
  time: (timestamp: bigint) => SheetValue;
}

/** Figures, days and times as exported files carry them. */
export function useSheetValues(): SheetValues {
  const { currencies } = useDeployment();
  const utcOffsetHours = useUtcOffset();
  return useMemo(
    () => ({
      amount: (minor, currencyIndex) => {
        const currency = currencies.find(({ index }) => index === currencyIndex);
        return { decimal: toDecimal(minor, currency?.minorDigits ?? 0), unit: currency?.code ?? `#${currencyIndex}` };
      },
      percent: (ppm) => ({ decimal: toDecimal(BigInt(ppm), 4), unit: "%" }),
      count: (count) => ({ decimal: count.toString() }),
      day: (day) => ({ day: isoFromDay(day) }),
      time: (timestamp) => ({ time: isoTime(timestamp, utcOffsetHours) }),
    }),
    [currencies, utcOffsetHours],
  );
}

function isoTime(timestamp: bigint, utcOffsetHours: number): string {
  const shifted = new Date(Number(timestamp + BigInt(utcOffsetHours * 3_600)) * 1_000).toISOString().slice(0, 19);
  const sign = utcOffsetHours < 0 ? "-" : "+";
  return `${shifted}${sign}${Math.abs(utcOffsetHours).toString().padStart(2, "0")}:00`;
}
