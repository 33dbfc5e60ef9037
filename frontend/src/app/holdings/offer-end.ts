const DEFAULT_OFFER_DAYS = 7;

export interface OfferWindow {
  /** Days on whose last second an offer may end. */
  first: number;
  last: number;
  standard: number;
}

/** A transfer offer ends seven days from now unless the slice falls due before: from the due day on nobody can accept. */
export function offerWindow(today: number, dueDay: number): OfferWindow | null {
  const last = dueDay - 1;
  return today > last ? null : { first: today, last, standard: Math.min(today + DEFAULT_OFFER_DAYS, last) };
}
