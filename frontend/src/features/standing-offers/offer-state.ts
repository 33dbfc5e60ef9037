interface OfferLife {
  withdrawn: boolean;
  expiresAt: bigint;
  limit: bigint;
  used: bigint;
  smallestFace: bigint;
}

export type OfferState = "open" | "usedUp" | "expired" | "withdrawn";

/** Used up: what is left is less than the smallest slice it buys. */
export function offerState(offer: OfferLife, timestamp: bigint): OfferState {
  if (offer.withdrawn) return "withdrawn";
  if (timestamp > offer.expiresAt) return "expired";
  return offer.limit - offer.used < offer.smallestFace || offer.limit === offer.used ? "usedUp" : "open";
}
