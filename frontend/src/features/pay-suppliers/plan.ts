import { type OfferWindow, offerWindow } from "../../app/holdings/offer-end.ts";
import type { Payee } from "../../app/holdings/payees.ts";
import { endOfDay } from "../../domain/day-count.ts";
import { type SlicePayment, sumOf, type Want } from "../../domain/paying/payment.ts";
import type { Spendable } from "./spendable.ts";

/** What a proposal comes to, once it is known who receives at once. */
export interface Plan {
  payments: readonly SlicePayment<Spendable>[];
  missing: readonly Want[];
  total: bigint;
  /** Who has to accept does so until the end of this day, or of the last day before the slice falls due. */
  acceptBy: (payment: SlicePayment<Spendable>) => number;
  /** Last second of it; 0 when all payees of the slice receive at once. */
  untilOf: (payment: SlicePayment<Spendable>) => bigint;
  isAtOnce: (payment: SlicePayment<Spendable>, payee: string) => boolean;
}

export function planOf(
  { payments, missing }: { payments: readonly SlicePayment<Spendable>[]; missing: readonly Want[] },
  payees: readonly Payee[],
  offerDay: number,
): Plan {
  const consenting = new Set(payees.filter(({ standingConsent }) => standingConsent).map(({ account }) => account));
  const isAtOnce: Plan["isAtOnce"] = ({ slice }, payee) => slice.holding.policy.consentAllowed && consenting.has(payee);
  const acceptBy: Plan["acceptBy"] = ({ slice }) => Math.min(offerDay, slice.dueDay - 1);
  const untilOf: Plan["untilOf"] = (payment) => {
    if (payment.shares.every(({ payee }) => isAtOnce(payment, payee))) return 0n;
    return endOfDay(acceptBy(payment), payment.slice.holding.policy.utcOffsetHours);
  };
  return { payments, missing, total: sumOf(payments.flatMap(({ shares }) => shares)), acceptBy, untilOf, isAtOnce };
}

/** Days on which offers may end: up to the last one on which any slice that has to be accepted can be. */
export function windowOf({ payments, untilOf }: Plan, today: number): OfferWindow | null {
  const dueDays = payments.filter((payment) => untilOf(payment) > 0n).map(({ slice }) => slice.dueDay);
  return dueDays.length === 0 ? null : offerWindow(today, Math.max(...dueDays));
}
