import type { Holding } from "../../../app/holdings/holding.ts";
import type { LateAct } from "../../../app/holdings/LateActReview.tsx";
import { dayOf } from "../../../domain/day-count.ts";
import type { Maturity } from "../../../domain/maturity-ladder.ts";
import type { Collection, PaidMark } from "../../../domain/part-payment.ts";
import { type LateClock, lateClock, NOTHING_PAID, sliceReceipt } from "../../../domain/slice-receipt.ts";
import { isFrozen, isLocked, isRetired } from "../../../domain/slice-state.ts";

/** Who gets the money of a slice that is not simply its holder's. */
type Claim = "free" | "offered" | "pledged" | "frozen";

/** The money that a slice held brings, and when. `amount` is face and penalty if it is paid today. */
export interface Receipt extends Maturity {
  holding: Holding;
  face: bigint;
  penalty: bigint;
  claim: Claim;
  /** Null when it is not past its due day, or when its obligor has paid. */
  late: LateClock | null;
  isPaidIn: boolean;
}

/** What the chain knows of payments in part. */
export interface PaidSoFar {
  collection: Pick<Collection, "paid" | "penalty" | "accrued" | "since">;
  mark: PaidMark;
}

/** Slices that bring their holder money: not those paid early, nor what an obligor owes itself. */
export function bringsCash({ flags, receivable }: Holding, ownIdentity: string | undefined): boolean {
  return !isRetired({ flags }) && receivable.obligorIdentity !== ownIdentity;
}

/** By due day. */
export function receiptsOf(
  holdings: readonly Holding[],
  paidFor: (holding: Holding) => PaidSoFar | null,
  timestamp: bigint,
): Receipt[] {
  return holdings
    .map((holding) => receiptOf(holding, paidFor(holding) ?? NOTHING_PAID, timestamp))
    .toSorted((a, b) => a.dueDay - b.dueDay);
}

function receiptOf(holding: Holding, paid: PaidSoFar, timestamp: bigint): Receipt {
  const { receivable, policy } = holding;
  const { dueDay, currency, paidInFull } = receivable;
  // The day of the policy it was confirmed under, as the desk counts it.
  const today = dayOf(timestamp, policy.utcOffsetHours);
  const { face, penalty } = sliceReceipt(receivable, holding, paid, policy, today);
  const late = paidInFull ? null : lateClock(dueDay, policy, today);
  return {
    ...{ holding, dueDay, currency, face, penalty, late },
    amount: face + penalty,
    claim: claimOf(holding),
    isPaidIn: paidInFull,
  };
}

function claimOf({ flags, state }: Holding): Claim {
  if (isFrozen({ flags })) return "frozen";
  if (isLocked({ flags })) return "pledged";
  // An offer that has ended can't be accepted, even before it is withdrawn.
  return state === "offered" ? "offered" : "free";
}

/** A receipt that is late. */
export type LateReceipt = Receipt & { late: LateClock };

/** What anyone can have the chain record of it today; null when nothing. */
export function lateActOf({ late, holding: { receivable } }: LateReceipt): LateAct | null {
  if (receivable.status !== "confirmed") return null;
  if (!receivable.reportedOverdue) return late.canBeOverdue ? "reportOverdue" : null;
  return late.canBeDefault ? "declareDefault" : null;
}
