interface OfferLife {
  paused: boolean;
  withdrawn: boolean;
  startsAt: bigint;
  expiresAt: bigint;
  limit: bigint;
  used: bigint;
  smallestFace: bigint;
}

export type OfferState = "open" | "paused" | "notStarted" | "usedUp" | "expired" | "withdrawn";

/** Used up: what is left is less than the smallest face it buys. */
export function offerState(offer: OfferLife, timestamp: bigint): OfferState {
  if (offer.withdrawn) return "withdrawn";
  if (timestamp > offer.expiresAt) return "expired";
  if (offer.paused) return "paused";
  if (offer.limit - offer.used < offer.smallestFace) return "usedUp";
  return timestamp < offer.startsAt ? "notStarted" : "open";
}

/** It can still be raised, paused, resumed and withdrawn. */
export function isManageable(state: OfferState): boolean {
  return state !== "expired" && state !== "withdrawn";
}
