import { type DayBase, type DayCount, daysBetween } from "./day-count.ts";
import { type Discount, discount, yieldPpm } from "./discount.ts";
import { faceForNet } from "./face-for-net.ts";

/** The yearly rate for tenors of up to so many days, counted by the offer's convention. */
export interface RateTier {
  longestDays: number;
  ratePpm: number;
}

/** A bank's standing offer as it stands. Faces in minor units, times in seconds. */
export interface StandingOffer {
  currency: number;
  dayCount: DayCount;
  dayBase: DayBase;
  startsAt: bigint;
  expiresAt: bigint;
  smallestFace: bigint;
  largestFace: bigint;
  /** Most face bought of one organisation in all; 0: no such limit. */
  sellerLimit: bigint;
  limit: bigint;
  used: bigint;
  paused: boolean;
  withdrawn: boolean;
  /** The shortest tenor first. */
  tiers: readonly RateTier[];
  obligors: readonly string[];
}

/** What is for sale. */
export interface Lot {
  face: bigint;
  dueDay: number;
  currency: number;
  /** Who owes it: the account that confirmed, and the one in force now. */
  obligors: readonly string[];
  /** Null to sell it whole; else the cash needed, and the ledger's smallest slice. */
  need: { cash: bigint; smallest: bigint } | null;
}

/** What an offer pays for a lot. */
export interface OfferPrice extends Discount {
  /** Face sold. */
  face: bigint;
  days: number;
  ratePpm: number;
  /** Null when no cash is left to bear a cost. */
  yearlyCostPpm: bigint | null;
}

/** Why an offer does not fit a lot. Amounts in minor units. */
export type OfferMisfit =
  | { reason: "withdrawn" | "paused" | "obligor" | "currency" | "due" | "rounds" }
  | { reason: "notStarted"; startsAt: bigint }
  | { reason: "expired"; expiresAt: bigint }
  | { reason: "tenor"; days: number; longest: number }
  | { reason: "cash"; net: bigint }
  | { reason: "tooSmall"; smallest: bigint }
  | { reason: "tooLarge"; largest: bigint }
  | { reason: "limit" | "sellerLimit"; left: bigint };

export interface Appraisal {
  /** Null when the terms give none. */
  price: OfferPrice | null;
  misfits: OfferMisfit[];
}

interface ValueDate {
  timestamp: bigint;
  today: number;
}

/**
 * Holds a standing offer against a lot as the discount desk does, and names every condition that fails.
 * @param bought Face that the offer has bought of the seller so far.
 */
export function appraise(lot: Lot, offer: StandingOffer, bought: bigint, at: ValueDate): Appraisal {
  const misfits = standingMisfits(offer, at.timestamp);
  const terms = priceOf(lot, offer, at.today);
  if ("reason" in terms) return { price: null, misfits: [...misfits, terms] };
  return { price: terms, misfits: [...misfits, ...excesses(lot, offer, bought, terms)] };
}

/** The rate for a tenor: of the first tier that is long enough. */
function rateFor(tiers: readonly RateTier[], days: number): number | null {
  return tiers.find(({ longestDays }) => days <= longestDays)?.ratePpm ?? null;
}

function standingMisfits({ withdrawn, paused, startsAt, expiresAt }: StandingOffer, timestamp: bigint): OfferMisfit[] {
  if (withdrawn) return [{ reason: "withdrawn" }];
  if (timestamp > expiresAt) return [{ reason: "expired", expiresAt }];
  const misfits: OfferMisfit[] = paused ? [{ reason: "paused" }] : [];
  return timestamp < startsAt ? [...misfits, { reason: "notStarted", startsAt }] : misfits;
}

function priceOf(lot: Lot, offer: StandingOffer, today: number): OfferPrice | OfferMisfit {
  const owing = lot.obligors.map((account) => account.toLowerCase());
  if (!offer.obligors.some((account) => owing.includes(account.toLowerCase()))) return { reason: "obligor" };
  if (offer.currency !== lot.currency) return { reason: "currency" };
  if (today >= lot.dueDay) return { reason: "due" };
  const days = daysBetween(today, lot.dueDay, offer.dayCount);
  const ratePpm = rateFor(offer.tiers, days);
  if (ratePpm === null) return { reason: "tenor", days, longest: offer.tiers.at(-1)?.longestDays ?? 0 };
  const terms = { ratePpm: BigInt(ratePpm), days, base: offer.dayBase };
  const face = faceSold(lot, terms);
  return { face, days, ratePpm, ...discount({ faceMinor: face, ...terms }), yearlyCostPpm: yieldPpm(terms) };
}

/** The whole face, or the smallest that the ledger lets the desk cut off for the cash needed. */
function faceSold({ face, need }: Lot, terms: { ratePpm: bigint; days: number; base: DayBase }): bigint {
  if (need === null || discount({ faceMinor: face, ...terms }).netMinor < need.cash) return face;
  let cut = faceForNet({ askedMinor: need.cash, ...terms });
  if (cut < need.smallest) cut = need.smallest;
  return cut + need.smallest <= face ? cut : face;
}

function excesses(lot: Lot, offer: StandingOffer, bought: bigint, price: OfferPrice): OfferMisfit[] {
  const misfits: OfferMisfit[] = [];
  const { face, netMinor, discountMinor, ratePpm, days } = price;
  const { smallestFace: smallest, largestFace: largest, sellerLimit } = offer;
  const left = offer.limit - offer.used;
  if (lot.need !== null && netMinor < lot.need.cash) misfits.push({ reason: "cash", net: netMinor });
  if (face < smallest) misfits.push({ reason: "tooSmall", smallest });
  if (face > largest) misfits.push({ reason: "tooLarge", largest });
  if (face > left) misfits.push({ reason: "limit", left });
  if (sellerLimit !== 0n && bought + face > sellerLimit) {
    misfits.push({ reason: "sellerLimit", left: sellerLimit - bought });
  }
  if (ratePpm !== 0 && days !== 0 && discountMinor === 0n) misfits.push({ reason: "rounds" });
  return misfits;
}
