import { type CashNeed, cashNeed } from "./cashNeed.ts";
import type { ObligationState } from "./fetchObligation.ts";
import { batches, nettedOf, type Payee, payees, SLICES_A_PAYMENT, sharesOf } from "./shares.ts";

/** Everything that one payment will do. */
export interface PaymentPlan extends Omit<ObligationState, "slices">, CashNeed {
  /** Minor units that are paid, what is netted included. */
  amount: bigint;
  /** Less than what is owed: nothing is burnt, and the rest stays owed. */
  isPart: boolean;
  /** Of the amount. */
  toFace: bigint;
  toPenalty: bigint;
  payees: Payee[];
  /** Kept by the desk for cents that a legal order holds back, and for cents of a part that can't be divided yet. */
  waiting: bigint;
  /** Slice ids for each transaction; the first one pays, the others pay out. */
  batches: bigint[][];
}

/** @param amount 1 to what is owed, in minor units; penalty first, then face. */
export function paymentPlan({ slices, ...state }: ObligationState, amount: bigint): PaymentPlan {
  const { wholeFace, face, penalty, collection } = state;
  const payable = state.isHeld ? [] : slices.filter(({ isFrozen }) => !isFrozen);
  const isPart = amount < face + penalty;
  const toPenalty = amount < penalty ? amount : penalty;
  const toFace = amount - toPenalty;
  const after = {
    ...collection,
    paid: collection.paid + toFace,
    penalty: collection.penalty + toPenalty,
    held: collection.held + amount,
    parts: isPart ? collection.parts + 1 : collection.parts,
  };
  const shares = sharesOf(payable, wholeFace, after);
  const parts = batches(shares, SLICES_A_PAYMENT);
  const netted = nettedOf(parts[0] ?? [], state.obligor);
  const reaching = shares.reduce((sum, share) => sum + share.amount, 0n);
  return {
    ...state,
    ...{ amount, isPart, toFace, toPenalty },
    payees: payees(shares).filter((payee) => payee.amount > 0n),
    waiting: after.held - reaching,
    batches: parts.map((part) => part.map(({ id }) => id)),
    ...cashNeed(netted < amount ? amount - netted : 0n, state, state.currency),
  };
}
