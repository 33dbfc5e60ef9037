import { type DayBase, type DayCount, daysBetween } from "../../domain/day-count.ts";
import { discount, yieldPpm } from "../../domain/discount.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { minorToToken } from "../../domain/money.ts";

/** What is to be sold. */
export interface Seller {
  face: bigint;
  dueDay: number;
  obligor: string;
  currency: number;
}

export interface StandingTerms {
  obligor: string;
  currency: number;
  ratePpm: number;
  longestTenor: number;
  smallestFace: bigint;
  limit: bigint;
  used: bigint;
  withdrawn: boolean;
  expiresAt: bigint;
}

/** Whether the bank could pay and may buy now. Cash in units of the token; null while it is not known. */
export interface BankMeans {
  mayAct: boolean;
  balance: bigint | null;
  allowance: bigint | null;
}

export interface ValueDate {
  timestamp: bigint;
  today: number;
}

interface CurrencyRules {
  dayCount: DayCount;
  dayBase: DayBase;
  minorDigits: number;
  tokenDecimals: number;
}

export interface Quote {
  days: number;
  discountMinor: bigint;
  netMinor: bigint;
  /** Null when no cash is left to bear a cost. */
  yearlyCostPpm: bigint | null;
}

/** Why an offer cannot be taken. Amounts in minor units, `lackingToken` in units of the cash token. */
export type Misfit =
  | { reason: "withdrawn" }
  | { reason: "expired"; expiresAt: bigint }
  | { reason: "obligor" }
  | { reason: "currency" }
  | { reason: "due" }
  | { reason: "tenor"; days: number; longest: number }
  | { reason: "tooSmall"; smallest: bigint }
  | { reason: "limit"; left: bigint }
  | { reason: "discount" }
  | { reason: "bank" }
  | { reason: "balance" }
  | { reason: "allowance" };

export interface Fit {
  quote: Quote | null;
  misfits: Misfit[];
}

/** Holds one standing offer against one slice, as the discount desk will, and names every condition that fails. */
export function fitOffer(
  slice: Seller,
  offer: StandingTerms,
  means: BankMeans,
  at: ValueDate,
  currency: CurrencyRules,
): Fit {
  const quote = quoteFor(slice, offer, at, currency);
  return {
    quote,
    misfits: [...standingMisfits(offer, at), ...sliceMisfits(slice, offer, at, quote), ...cashMisfits()],
  };

  function cashMisfits(): Misfit[] {
    const misfits: Misfit[] = means.mayAct ? [] : [{ reason: "bank" }];
    if (!quote) return misfits;
    const price = minorToToken(quote.netMinor, currency.minorDigits, currency.tokenDecimals);
    if (means.balance !== null && means.balance < price) misfits.push({ reason: "balance" });
    if (means.allowance !== null && means.allowance < price) misfits.push({ reason: "allowance" });
    return misfits;
  }
}

/** Best first: most cash, then the lower offer number of those before. */
export function byNet<T extends Fit>(fits: readonly T[]): T[] {
  const net = ({ quote }: Fit) => quote?.netMinor ?? -1n;
  return fits.toSorted((a, b) => (net(b) > net(a) ? 1 : net(b) < net(a) ? -1 : 0));
}

function standingMisfits(offer: StandingTerms, { timestamp }: ValueDate): Misfit[] {
  if (offer.withdrawn) return [{ reason: "withdrawn" }];
  return timestamp > offer.expiresAt ? [{ reason: "expired", expiresAt: offer.expiresAt }] : [];
}

function sliceMisfits(slice: Seller, offer: StandingTerms, { today }: ValueDate, quote: Quote | null): Misfit[] {
  if (offer.obligor.toLowerCase() !== slice.obligor.toLowerCase()) return [{ reason: "obligor" }];
  if (offer.currency !== slice.currency) return [{ reason: "currency" }];
  if (today >= slice.dueDay) return [{ reason: "due" }];
  if (!quote) return [{ reason: "discount" }];
  const misfits: Misfit[] = [];
  const left = offer.limit - offer.used;
  if (quote.days > offer.longestTenor) misfits.push({ reason: "tenor", days: quote.days, longest: offer.longestTenor });
  if (slice.face < offer.smallestFace) misfits.push({ reason: "tooSmall", smallest: offer.smallestFace });
  if (slice.face > left) misfits.push({ reason: "limit", left });
  return misfits;
}

function quoteFor(slice: Seller, offer: StandingTerms, at: ValueDate, currency: CurrencyRules): Quote | null {
  if (at.today >= slice.dueDay) return null;
  const days = daysBetween(at.today, slice.dueDay, currency.dayCount);
  const terms = { ratePpm: BigInt(offer.ratePpm), days, base: currency.dayBase };
  try {
    const { discountMinor, netMinor } = discount({ faceMinor: slice.face, ...terms });
    return { days, discountMinor, netMinor, yearlyCostPpm: yieldPpm(terms) };
  } catch (error) {
    if (error instanceof DomainError && error.code === "DiscountExceedsFace") return null;
    throw error;
  }
}
