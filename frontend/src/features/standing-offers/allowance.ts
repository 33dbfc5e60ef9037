import { minorToToken } from "../../domain/money.ts";
import { offerState } from "./offer-state.ts";

interface PostedOffer {
  currency: number;
  withdrawn: boolean;
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
 * What the discount desk must be allowed to take so that every open offer in a currency and the new one can be used in full:
 * one allowance serves them all. In units of the token.
 */
export function allowanceFor(
  newLimit: bigint,
  posted: readonly PostedOffer[],
  currency: TokenRules,
  timestamp: bigint,
): bigint {
  const open = posted.filter((offer) => offer.currency === currency.index && offerState(offer, timestamp) === "open");
  const left = open.reduce((sum, { limit, used }) => sum + limit - used, 0n);
  return minorToToken(newLimit + left, currency.minorDigits, currency.tokenDecimals);
}
