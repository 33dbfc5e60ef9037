import { DomainError } from "./domain-error.ts";
import { wholeDays } from "./interest.ts";
import { PPM, roundHalfUpDiv } from "./money.ts";

/** Days that bear penalty: none when paid within grace, otherwise every day after the due day. */
export function penaltyDays(dueDay: number, paidDay: number, graceDays: number): number {
  return paidDay <= dueDay + graceDays ? 0 : paidDay - dueDay;
}

/**
 * Penalty for a period in which the unpaid amount was constant: `roundHalfUp(unpaid · ppm · days / 10^6)`.
 * @param ppmPerDay The policy's daily rate in parts per million.
 */
export function penalty(unpaidMinor: bigint, ppmPerDay: bigint, days: number): bigint {
  if (unpaidMinor < 0n) throw new DomainError("AmountNegative", { text: unpaidMinor.toString() });
  return roundHalfUpDiv(unpaidMinor * ppmPerDay * wholeDays(days), PPM);
}
