import type { Holding } from "../../app/holdings/holding.ts";
import type { SpendableSlice } from "../../domain/paying/payment.ts";
import type { SliceState } from "../../domain/slice-state.ts";

/** A slice that can be paid with now. */
export interface Spendable extends SpendableSlice {
  holding: Holding;
}

/** Why a slice held can't be paid with: its state, or that it was passed on as often as is allowed. */
type Obstacle = Exclude<SliceState, "free"> | "tooManyHops";

interface Unusable {
  obstacle: Obstacle;
  count: number;
  face: bigint;
}

export function spendableOf(holdings: readonly Holding[], currency: number): Spendable[] {
  return holdings
    .filter((holding) => holding.receivable.currency === currency && obstacleOf(holding) === null)
    .map((holding) => {
      const { id, face, smallest, receivable } = holding;
      return { id, face, smallest, dueDay: receivable.dueDay, holding };
    });
}

/** What is held and can't be used now, by the reason. */
export function unusableOf(holdings: readonly Holding[], currency: number): Unusable[] {
  const sums = new Map<Obstacle, Unusable>();
  for (const holding of holdings) {
    const obstacle = obstacleOf(holding);
    if (holding.receivable.currency !== currency || obstacle === null) continue;
    const known = sums.get(obstacle) ?? { obstacle, count: 0, face: 0n };
    sums.set(obstacle, { obstacle, count: known.count + 1, face: known.face + holding.face });
  }
  return [...sums.values()];
}

function obstacleOf({ state, hops, policy }: Holding): Obstacle | null {
  if (state !== "free") return state;
  return hops >= policy.maxHops ? "tooManyHops" : null;
}
