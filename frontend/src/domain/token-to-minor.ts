import { minorToToken } from "./money.ts";

interface TokenRules {
  minorDigits: number;
  tokenDecimals: number;
}

/**
 * Units of a cash token as minor units, for showing: what does not fill a whole minor unit is left out.
 * @throws DomainError `TokenTooCoarse`
 */
export function tokenToMinor(units: bigint, { minorDigits, tokenDecimals }: TokenRules): bigint {
  return units / minorToToken(1n, minorDigits, tokenDecimals);
}
