import { type CashNeed, cashNeed } from "./cashNeed.ts";
import type { ObligationState } from "./fetchObligation.ts";
import { batches, type Payee, payees } from "./shares.ts";

/** Slices that one transaction pays before the due day. */
const SLICES_AN_EARLY_PAYMENT = 50;

/** What paying before the due day, at the face, would do. */
export interface EarlyPlan extends Omit<ObligationState, "slices">, CashNeed {
  /** Minor units that the payable slices come to. */
  amount: bigint;
  payees: Payee[];
  /** Cents with which something is under way: offered, frozen, pledged. They are paid on the due day. */
  left: bigint;
  batches: { ids: bigint[]; words: bigint[] }[];
}

/** Pays all slices that are others' and free. */
export function earlyPlan({ slices, ...state }: ObligationState): EarlyPlan {
  const isOwn = (holder: string) => holder.toLowerCase() === state.obligor.toLowerCase();
  const others = slices.filter(({ holder }) => !isOwn(holder));
  const shares = others.filter(({ isFree }) => isFree).map((slice) => ({ ...slice, amount: slice.end - slice.start }));
  const amount = shares.reduce((sum, share) => sum + share.amount, 0n);
  const busy = others.filter(({ isFree }) => !isFree);
  return {
    ...state,
    amount,
    payees: payees(shares),
    left: busy.reduce((sum, { start, end }) => sum + end - start, 0n),
    batches: batches(shares, SLICES_AN_EARLY_PAYMENT).map((part) => ({
      ids: part.map(({ id }) => id),
      words: part.map(({ word }) => word),
    })),
    ...cashNeed(amount, state, state.currency),
  };
}
