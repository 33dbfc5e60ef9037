/** Most parts the ledger cuts off a slice in one call. */
export const MOST_PARTS = 100;

/** A free slice that somebody may pay with. Amounts in minor units. */
export interface SpendableSlice {
  id: string;
  face: bigint;
  /** No part of it may be smaller, nor what stays. */
  smallest: bigint;
  dueDay: number;
}

/** What one payee is to get. */
export interface Want {
  payee: string;
  amount: bigint;
}

/** What a slice pays, and to whom: each payee at most once. */
export interface SlicePayment<Slice extends SpendableSlice = SpendableSlice> {
  slice: Slice;
  shares: Want[];
  /** What stays with the holder; 0 when the slice is used up. */
  stays: bigint;
}

/** Whether a slice may be cut by `amount` when `left` of it is there: part and rest are nothing or not smaller than allowed. */
export function mayTake({ face, smallest }: SpendableSlice, left: bigint, amount: bigint): boolean {
  if (amount <= 0n || amount > left) return false;
  // Passed on as it is: nothing is cut, so nothing can be too small.
  if (amount === face && left === face) return true;
  return amount >= smallest && (amount === left || left - amount >= smallest);
}

export function sumOf(wants: readonly { amount: bigint }[]): bigint {
  return wants.reduce((sum, { amount }) => sum + amount, 0n);
}

/** `Math.min` knows no bigint. */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** The largest of amounts; 0 of none. */
export function largestOf(amounts: readonly bigint[]): bigint {
  let largest = 0n;
  for (const amount of amounts) if (amount > largest) largest = amount;
  return largest;
}
