import { dayOf } from "../../domain/day-count.ts";
import { programmeState } from "../../domain/programme-state.ts";
import { type InboxItem, itemOf, type Now } from "./item.ts";

export interface StandingOffer {
  id: bigint;
  obligors: readonly string[];
  currency: number;
  smallestFace: bigint;
  limit: bigint;
  used: bigint;
  withdrawn: boolean;
  expiresAt: bigint;
}

/** How many days ahead an offer's end is announced. */
const EXPIRY_AHEAD = 3;

/** The bank: its offers that end or are used up. */
export function standingOfferItems(offers: readonly StandingOffer[], now: Now): InboxItem[] {
  const { timestamp, today, utcOffsetHours } = now;
  return offers.flatMap((offer) => {
    if (offer.withdrawn || offer.expiresAt < timestamp) return [];
    const left = offer.limit - offer.used;
    const day = dayOf(offer.expiresAt, utcOffsetHours);
    const isUsedUp = left === 0n || left < offer.smallestFace;
    if (!isUsedUp && day > today + EXPIRY_AHEAD) return [];
    const [obligor = null, ...others] = offer.obligors;
    return [
      itemOf(isUsedUp ? "offerUsedUp" : "offerExpiring", !isUsedUp && day === today ? "today" : "watch", offer.id, {
        day,
        party: others.length === 0 ? obligor : null,
        money: { amount: left, currency: offer.currency },
      }),
    ];
  });
}

export interface Programme {
  id: bigint;
  obligor: string;
  currency: number;
  paused: boolean;
  withdrawn: boolean;
  startsAt: bigint;
  expiresAt: bigint;
  budget: bigint;
  spent: bigint;
}

/** The obligor: its programmes for paying early that end or are used up. */
export function myProgrammeItems(programmes: readonly Programme[], now: Now): InboxItem[] {
  return programmes.flatMap((programme) => {
    const state = programmeState(programme, now.timestamp);
    const day = dayOf(programme.expiresAt, now.utcOffsetHours);
    const isEnding = state === "open" && day <= now.today + EXPIRY_AHEAD;
    if (!isEnding && state !== "usedUp") return [];
    const money = { amount: programme.budget - programme.spent, currency: programme.currency };
    const urgency = isEnding && day === now.today ? "today" : "watch";
    return [itemOf(isEnding ? "programmeExpiring" : "programmeUsedUp", urgency, programme.id, { day, money })];
  });
}

/** The holder: programmes that would pay some of its slices early now, one line each with all they are open for. */
export function openProgrammeItems(
  matches: readonly { programme: Programme; face: bigint }[],
  { utcOffsetHours }: Now,
): InboxItem[] {
  const byProgramme = new Map<bigint, InboxItem>();
  for (const { programme, face } of matches) {
    const amount = face + (byProgramme.get(programme.id)?.money?.amount ?? 0n);
    const facts = { party: programme.obligor, money: { amount, currency: programme.currency } };
    const day = dayOf(programme.expiresAt, utcOffsetHours);
    byProgramme.set(programme.id, itemOf("earlyPayment", "watch", programme.id, { ...facts, day }));
  }
  return [...byProgramme.values()];
}
