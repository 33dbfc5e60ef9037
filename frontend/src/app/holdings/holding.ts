import { type SliceState, sliceState } from "../../domain/slice-state.ts";
import { smallestSlice } from "../../domain/smallest-slice.ts";
import type { PolicyVersion } from "../data/queries/policy.ts";
import type { SliceRow, TransferOfferRow, WithReceivable } from "../data/queries/slices.ts";
import { rightNeighbours } from "./holdings-math.ts";

/** A slice I hold, with what I need to know to use it. */
export interface Holding extends WithReceivable<SliceRow> {
  state: SliceState;
  daysLeft: number;
  /** Open or lapsed; it still has to be ended. */
  offer: TransferOfferRow | null;
  smallest: bigint;
  policy: PolicyVersion;
  /** The free slice that begins where this one ends. */
  right: WithReceivable<SliceRow> | null;
}

/** By due day, receivable and start. A slice whose policy is not yet read is left out. */
export function holdingsOf(
  slices: readonly WithReceivable<SliceRow>[],
  offers: readonly TransferOfferRow[],
  policies: readonly PolicyVersion[],
  now: { timestamp: bigint; today: number },
): Holding[] {
  const offerBySlice = new Map(offers.map((offer) => [offer.sliceId, offer]));
  const judged = slices.flatMap((slice) => {
    const { receivable } = slice;
    const policy = policies.find(({ version }) => version === receivable.policy);
    if (!policy) return [];
    const offer = offerBySlice.get(slice.id) ?? null;
    const state = sliceState(slice, receivable, offer?.until ?? null, now);
    const smallest = smallestSlice(receivable.face, policy.minSlice, policy.maxSlices);
    return [{ ...slice, state, offer, policy, smallest, daysLeft: receivable.dueDay - now.today, right: null }];
  });
  const rights = rightNeighbours(judged.filter(({ state }) => state === "free"));
  return judged
    .map((holding) => ({ ...holding, right: rights.get(holding.id) ?? null }))
    .toSorted((a, b) => a.receivable.dueDay - b.receivable.dueDay || compareText(a.id, b.id));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
