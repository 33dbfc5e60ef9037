import { parseMinor } from "./money.ts";

/** Decimals of a rate in per cent: parts per million are hundredths of a hundredth of a per cent. */
const RATE_DIGITS = 4;

/**
 * A rate in per cent as parts per million: "3.85" → 38500n.
 * @throws DomainError `AmountMalformed` | `AmountTooPrecise`
 */
export function parseRate(percent: string): bigint {
  return parseMinor(percent.trim(), RATE_DIGITS);
}
