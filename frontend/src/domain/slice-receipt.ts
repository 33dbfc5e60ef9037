import { type Collection, dueOn, type PaidMark } from "./part-payment.ts";
import { entitlement } from "./telescoping.ts";

interface LateRules {
  graceDays: number;
  defaultDays: number;
  penaltyPpmPerDay: number;
}

/** What a slice is still to get if all that is owed were paid today; minor units. */
export interface SliceReceipt {
  face: bigint;
  /** Its share of the late-payment penalty up to today. */
  penalty: bigint;
}

/** How late an unpaid receivable is, and what follows when. Days since 1970-01-01. */
export interface LateClock {
  daysLate: number;
  /** Last day on which it is paid without penalty. */
  graceEnds: number;
  /** First days on which anyone can report it overdue, and have it declared in default. */
  overdueFrom: number;
  defaultFrom: number;
  canBeOverdue: boolean;
  canBeDefault: boolean;
}

/** Nothing was paid from the due day on. */
export const NOTHING_PAID = {
  collection: { paid: 0n, penalty: 0n, accrued: 0n, since: 0 },
  mark: { face: 0n, penalty: 0n },
};

/** The cents' part of what the desk's `dueOf` says, and of what was paid and did not reach them yet. */
export function sliceReceipt(
  receivable: { face: bigint; dueDay: number },
  { start, end }: { start: bigint; end: bigint },
  { collection, mark }: { collection: Pick<Collection, "paid" | "penalty" | "accrued" | "since">; mark: PaidMark },
  rules: LateRules,
  today: number,
): SliceReceipt {
  const penalty = collection.penalty + dueOn(receivable, collection, rules, today).penalty;
  const shareOf = (sum: bigint) => entitlement(sum, receivable.face, start, end);
  const [had, share] = [shareOf(mark.penalty), shareOf(penalty)];
  // After a legal cut between two late part payments a part may have had a cent more than its share.
  return { face: end - start - shareOf(mark.face), penalty: share > had ? share - had : 0n };
}

/** Null up to the due day. */
export function lateClock(dueDay: number, { graceDays, defaultDays }: LateRules, today: number): LateClock | null {
  if (today <= dueDay) return null;
  const graceEnds = dueDay + graceDays;
  return {
    daysLate: today - dueDay,
    graceEnds,
    overdueFrom: graceEnds + 1,
    defaultFrom: dueDay + defaultDays + 1,
    canBeOverdue: today > graceEnds,
    canBeDefault: today > dueDay + defaultDays,
  };
}
