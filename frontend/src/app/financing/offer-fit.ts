import { minorToToken } from "../../domain/money.ts";
import {
  type Appraisal,
  appraise,
  type Lot,
  type OfferMisfit,
  type StandingOffer,
} from "../../domain/standing-offer.ts";

/** Most offers that a seller can name at a time. */
export const MOST_NAMED = 16;

export interface StandingTerms extends StandingOffer {
  /** The bank's exposure limits apply. */
  limited: boolean;
}

/** Whether the bank could pay and may buy now; null while it is not known. */
export interface BankMeans {
  mayAct: boolean;
  /** In units of the token. */
  balance: bigint | null;
  allowance: bigint | null;
  /** Face for which its exposure limits leave room, in minor units. */
  exposureLeft: bigint | null;
}

interface ValueDate {
  timestamp: bigint;
  today: number;
}

interface CurrencyRules {
  minorDigits: number;
  tokenDecimals: number;
}

/** Why an offer cannot be taken. Amounts in minor units. */
export type Misfit = OfferMisfit | { reason: "bank" | "balance" | "allowance" } | { reason: "exposure"; left: bigint };

export interface Fit extends Omit<Appraisal, "misfits"> {
  misfits: Misfit[];
}

/**
 * Holds one standing offer and its bank against what is for sale, as the discount desk will, and names every condition that fails.
 * @param bought Face that the offer has bought of the seller so far.
 */
export function fitOffer(
  lot: Lot,
  offer: StandingTerms,
  bought: bigint,
  means: BankMeans,
  at: ValueDate,
  currency: CurrencyRules,
): Fit {
  const { price, misfits } = appraise(lot, offer, bought, at);
  const all: Misfit[] = [...misfits];
  if (!means.mayAct) all.push({ reason: "bank" });
  if (price === null) return { price, misfits: all };
  const cash = minorToToken(price.netMinor, currency.minorDigits, currency.tokenDecimals);
  if (means.balance !== null && means.balance < cash) all.push({ reason: "balance" });
  if (means.allowance !== null && means.allowance < cash) all.push({ reason: "allowance" });
  const { exposureLeft: left } = means;
  if (offer.limited && left !== null && left < price.face) all.push({ reason: "exposure", left });
  return { price, misfits: all };
}

/** Best first: fewest cents sold, then most cash, then in the order given. What has no price is last. */
export function byWorth<T extends Fit>(fits: readonly T[]): T[] {
  return fits.toSorted((a, b) => {
    if (a.price === null || b.price === null) return Number(a.price === null) - Number(b.price === null);
    return sign(a.price.face - b.price.face) || sign(b.price.netMinor - a.price.netMinor);
  });
}

/**
 * Which offers the seller names: when it chose the best of a recourse kind, that one and the next of the kind, so that the chain takes
 * whichever is best then; when it chose another, only that one.
 * @param ranked All that can be taken, best first.
 */
export function namedWith<T extends { offer: { withRecourse: boolean } }>(chosen: T, ranked: readonly T[]): T[] {
  const sameKind = ranked.filter(({ offer }) => offer.withRecourse === chosen.offer.withRecourse);
  return sameKind[0] === chosen ? sameKind.slice(0, MOST_NAMED) : [chosen];
}

function sign(difference: bigint): number {
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
