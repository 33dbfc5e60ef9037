import type { DayBase } from "./day-count.ts";
import { DomainError } from "./domain-error.ts";
import { PPM, roundHalfUpDiv } from "./money.ts";

export interface InterestTerms {
  amountMinor: bigint;
  /** Yearly rate in parts per million: 3.85 % = 38 500. */
  ratePpm: bigint;
  days: number;
  base: DayBase;
}

/**
 * Simple interest: `roundHalfUp(amount · rate · days / (base · 10^6))`.
 * @throws DomainError `DayCountInvalid` | `AmountNegative`
 */
export function interest({ amountMinor, ratePpm, days, base }: InterestTerms): bigint {
  if (amountMinor < 0n) throw new DomainError("AmountNegative", { text: amountMinor.toString() });
  return roundHalfUpDiv(amountMinor * ratePpm * wholeDays(days), BigInt(base) * PPM);
}

/** @throws DomainError `DayCountInvalid` */
export function wholeDays(days: number): bigint {
  if (!Number.isSafeInteger(days) || days < 0) throw new DomainError("DayCountInvalid", { days: days.toString() });
  return BigInt(days);
}
