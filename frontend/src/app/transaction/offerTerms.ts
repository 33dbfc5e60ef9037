import type { Address } from "viem";
import type { StandingOffer } from "../../domain/standing-offer.ts";
import { uint48 } from "./uint48.ts";

/** What a bank offers, without what changes later. */
export interface OfferTerms extends Omit<StandingOffer, "limit" | "used" | "paused" | "withdrawn" | "obligors"> {
  withRecourse: boolean;
  /** The bank's exposure limits apply. */
  limited: boolean;
  obligors: readonly Address[];
}

const DAY_COUNT = { ACT: 0, "30/360": 1 } as const;

/** An offer's terms as the discount desk takes them. They must be exactly those that were posted: the desk keeps only their hash. */
export function offerTerms(offer: OfferTerms) {
  return {
    currency: offer.currency,
    dayCount: DAY_COUNT[offer.dayCount],
    dayBase: offer.dayBase,
    withRecourse: offer.withRecourse,
    limited: offer.limited,
    startsAt: Number(offer.startsAt),
    expiresAt: Number(offer.expiresAt),
    smallestFace: uint48(offer.smallestFace),
    largestFace: uint48(offer.largestFace),
    sellerLimit: uint48(offer.sellerLimit),
    tiers: offer.tiers,
    obligors: offer.obligors,
  };
}
