import { minorToToken } from "./money.ts";
import { isManageable, offerState } from "./offer-state.ts";

interface PostedOffer {
  id: bigint;
  currency: number;
  paused: boolean;
  withdrawn: boolean;
  startsAt: bigint;
  expiresAt: bigint;
  limit: bigint;
  used: bigint;
  smallestFace: bigint;
}

interface TokenRules {
  index: number;
  minorDigits: number;
  tokenDecimals: number;
}

/**
 * What the discount desk must be allowed to take so that an offer and every other one in its currency that is or may yet be open can be
 * used in full: one allowance serves them all. In units of the token.
 * @param offer What is still to be bought under it; the id of one that is posted already.
 */
export function allowanceFor(
  offer: { id: bigint | null; left: bigint },
  posted: readonly PostedOffer[],
  currency: TokenRules,
  timestamp: bigint,
): bigint {
  const others = posted.filter(
    (other) => other.id !== offer.id && other.currency === currency.index && isManageable(offerState(other, timestamp)),
  );
  const left = others.reduce((sum, { limit, used }) => sum + limit - used, 0n);
  return minorToToken(offer.left + left, currency.minorDigits, currency.tokenDecimals);
}
