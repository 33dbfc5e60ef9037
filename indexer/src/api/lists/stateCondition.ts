import { type policyVersion, receivable } from "ponder:schema";
import { and, eq, gt, gte, isNull, lt, lte, notInArray, or } from "ponder";
import { dayOf } from "../../../../frontend/src/domain/day-count.ts";
import type { ReceivableState } from "../../../../frontend/src/domain/receivable-state.ts";

import type { Condition } from "./condition.ts";

type Policy = Pick<
  typeof policyVersion.$inferSelect,
  "version" | "utcOffsetHours" | "graceDays" | "effectiveFrom" | "supersededAt"
>;

const { status, dueDay, paidInFull, policy } = receivable;

/**
 * The rows whose state, as `receivableState` tells it, is this one at a second of the chain's clock. Each is judged by the policy it
 * was confirmed under; before confirmation by the one in force.
 */
export function stateCondition(state: ReceivableState, at: bigint, policies: readonly Policy[]): Condition {
  return or(...policies.map((version) => and(judgedBy(version, at), isIn(state, version, at))));
}

function judgedBy({ version, effectiveFrom, supersededAt }: Policy, at: bigint): Condition {
  const inForce = effectiveFrom <= at && (supersededAt === null || supersededAt === 0n || supersededAt > at);
  return inForce ? or(eq(policy, version), isNull(policy)) : eq(policy, version);
}

function isIn(state: ReceivableState, { utcOffsetHours, graceDays }: Policy, at: bigint): Condition {
  const today = dayOf(at, utcOffsetHours);
  const [before, reached] = [gt(dueDay, today), lte(dueDay, today)];
  const open = eq(status, "confirmed");
  const unpaid = eq(paidInFull, false);
  switch (state) {
    case "registered":
    case "confirmed":
      return and(eq(status, state), before);
    case "lapsed":
      return and(eq(status, "registered"), reached);
    case "payingOut":
      return and(reached, eq(paidInFull, true), notInArray(status, ["registered", "settled"]));
    case "due":
      return and(open, unpaid, reached, gte(dueDay, today - graceDays));
    case "overdue":
      return and(open, unpaid, lt(dueDay, today - graceDays));
    case "settled":
      return eq(status, "settled");
    default:
      return and(eq(status, state), or(before, unpaid));
  }
}
