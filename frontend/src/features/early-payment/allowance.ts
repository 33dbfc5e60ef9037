import { minorToToken } from "../../domain/money.ts";
import { isManageable, programmeState } from "../../domain/programme-state.ts";

interface PostedProgramme {
  currency: number;
  paused: boolean;
  withdrawn: boolean;
  startsAt: bigint;
  expiresAt: bigint;
  budget: bigint;
  spent: bigint;
}

interface TokenRules {
  index: number;
  minorDigits: number;
  tokenDecimals: number;
}

/**
 * What the desk must be allowed to take so that a new budget, or more of one, and what is left of every other programme in its currency
 * can be paid in full: one allowance serves them all. In units of the token.
 */
export function allowanceFor(
  more: bigint,
  posted: readonly PostedProgramme[],
  currency: TokenRules,
  timestamp: bigint,
): bigint {
  const others = posted.filter(
    (each) => each.currency === currency.index && isManageable(programmeState(each, timestamp)),
  );
  const left = others.reduce((sum, { budget, spent }) => sum + budget - spent, 0n);
  return minorToToken(more + left, currency.minorDigits, currency.tokenDecimals);
}
