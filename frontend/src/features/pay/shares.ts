import { minorToToken } from "../../domain/money.ts";
import { entitlement } from "../../domain/telescoping.ts";

/** Slices that one transaction pays. */
export const SLICES_A_PAYMENT = 100;

export interface PayableSlice {
  id: bigint;
  holder: string;
  start: bigint;
  end: bigint;
  /** Its money waits with the desk until it is released. */
  isFrozen: boolean;
}

/** Face of a slice and its part of the penalty, as the desk computes them. */
export function shareOf(slice: PayableSlice, face: bigint, penalty: bigint): bigint {
  return slice.end - slice.start + entitlement(penalty, face, slice.start, slice.end);
}

export interface Payee {
  holder: string;
  slices: number;
  amount: bigint;
}

/** What each holder receives in all, the largest first. */
export function payees(slices: readonly PayableSlice[], face: bigint, penalty: bigint): Payee[] {
  const byHolder = new Map<string, Payee>();
  for (const slice of slices) {
    const known = byHolder.get(slice.holder) ?? { holder: slice.holder, slices: 0, amount: 0n };
    const amount = known.amount + shareOf(slice, face, penalty);
    byHolder.set(slice.holder, { ...known, slices: known.slices + 1, amount });
  }
  return [...byHolder.values()].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
}

interface Cash {
  balance: bigint;
  allowance: bigint;
}

interface CashNeed {
  /** What leaves the obligor in the paying transaction, in units of the token. */
  needed: bigint;
  /** Missing on the account, in minor units; 0 when there is enough. */
  missing: bigint;
  mustApprove: boolean;
}

interface TokenRules {
  minorDigits: number;
  tokenDecimals: number;
}

/**
 * Cash that a payment takes: face and penalty, without what the obligor owes itself in the slices named.
 * @param first The slices named in the paying transaction.
 */
export function cashNeed(
  { face, penalty, obligor }: { face: bigint; penalty: bigint; obligor: string },
  first: readonly PayableSlice[],
  cash: Cash,
  { minorDigits, tokenDecimals }: TokenRules,
): CashNeed {
  const own = first.filter(({ holder }) => holder.toLowerCase() === obligor.toLowerCase());
  const netted = own.reduce((sum, slice) => sum + shareOf(slice, face, penalty), 0n);
  const needed = minorToToken(face + penalty - netted, minorDigits, tokenDecimals);
  const lacking = needed > cash.balance ? needed - cash.balance : 0n;
  const unit = minorToToken(1n, minorDigits, tokenDecimals);
  return { needed, missing: (lacking + unit - 1n) / unit, mustApprove: cash.allowance < needed };
}

/** Cuts a list into the parts that one transaction each can carry. */
export function batches<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
