import { type Collection, type PaidMark, partShare, restShare } from "../../domain/part-payment.ts";
import { entitlement } from "../../domain/telescoping.ts";

/** Slices that one transaction pays. */
export const SLICES_A_PAYMENT = 100;

export interface PayableSlice {
  id: bigint;
  word: bigint;
  holder: string;
  start: bigint;
  end: bigint;
  /** Its money waits with the desk until it is released. */
  isFrozen: boolean;
  /** It secures a loan: its money waits for the desk that pays lender and borrower. */
  isLocked: boolean;
  /** Nothing is under way with it. */
  isFree: boolean;
  /** What it has been paid for so far. */
  mark: PaidMark;
}

/** A slice and what it is paid now. */
export interface SliceShare extends PayableSlice {
  amount: bigint;
}

/**
 * What each slice is paid, one after the other, as the desk does it.
 * @param after The desk's figures after the payment, before any slice is paid.
 */
export function sharesOf(slices: readonly PayableSlice[], face: bigint, after: Collection): SliceShare[] {
  let { held } = after;
  return slices.map((slice) => {
    const amount = shareOf(slice, face, { ...after, held });
    held -= amount;
    return { ...slice, amount };
  });
}

function shareOf(slice: PayableSlice, face: bigint, after: Collection): bigint {
  if (after.paid < face) return partShare(face, after, slice, slice.mark).amount;
  if (after.parts > 0) return restShare(face, after, slice, slice.mark);
  return slice.end - slice.start + entitlement(after.penalty, face, slice.start, slice.end);
}

export interface Payee {
  holder: string;
  slices: number;
  amount: bigint;
}

/** What each holder receives in all, the largest first. */
export function payees(shares: readonly SliceShare[]): Payee[] {
  const byHolder = new Map<string, Payee>();
  for (const { holder, amount } of shares) {
    const known = byHolder.get(holder) ?? { holder, slices: 0, amount: 0n };
    byHolder.set(holder, { ...known, slices: known.slices + 1, amount: known.amount + amount });
  }
  return [...byHolder.values()].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
}

/** What the payer owes itself of these, and need not bring. */
export function nettedOf(shares: readonly SliceShare[], payer: string): bigint {
  const own = shares.filter(({ holder, isLocked }) => !isLocked && holder.toLowerCase() === payer.toLowerCase());
  return own.reduce((sum, { amount }) => sum + amount, 0n);
}

/** Cuts a list into the parts that one transaction each can carry. */
export function batches<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
