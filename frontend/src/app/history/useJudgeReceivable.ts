import { dayOf } from "../../domain/day-count.ts";
import { type ReceivableState, receivableState } from "../../domain/receivable-state.ts";
import { type PolicyVersion, usePolicies, usePolicyInForce } from "../data/queries/policy.ts";
import type { ReceivableRow } from "../data/queries/receivables.ts";
import { useChainHead } from "../data/useChainHead.ts";

export interface JudgedReceivable {
  state: ReceivableState;
  /** The version it was confirmed under; before confirmation the one in force. */
  policy: PolicyVersion;
  /** The chain's day in that policy's zone. */
  today: number;
  /** The chain's second. */
  timestamp: bigint;
}

/** Tells a receivable's state by the chain's clock; null while clock or policies are loading. */
export function useJudgeReceivable(): (row: ReceivableRow) => JudgedReceivable | null {
  const { data: policies } = usePolicies();
  const inForce = usePolicyInForce();
  const { data: head } = useChainHead();
  return (row) => {
    const policy = policies?.find(({ version }) => version === row.policy) ?? inForce;
    if (!policy || !head) return null;
    const today = dayOf(head.timestamp, policy.utcOffsetHours);
    return { state: receivableState(row, today, policy.graceDays), policy, today, timestamp: head.timestamp };
  };
}
