import { useMemo } from "react";
import { dayOf } from "../../domain/day-count.ts";
import { answerOf } from "./answerOf.ts";
import type { Answer } from "./Loaded.tsx";
import { type PolicyVersion, usePolicies, usePolicyInForce } from "./queries/policy.ts";
import { useChainHead } from "./useChainHead.ts";

export interface LedgerClock {
  /** Seconds, by the newest block. */
  timestamp: bigint;
  /** The ledger's day, in the time zone of the policy in force. */
  today: number;
  policy: PolicyVersion;
}

/** What day it is on the chain; undefined while it loads. The computer's clock never decides. */
export function useLedgerClock(): LedgerClock | undefined {
  const policy = usePolicyInForce();
  const timestamp = useChainHead().data?.timestamp;
  return useMemo(() => {
    if (!policy || timestamp === undefined) return undefined;
    return { timestamp, today: dayOf(timestamp, policy.utcOffsetHours), policy };
  }, [policy, timestamp]);
}

/** The same for `Loaded`: with the reason why it can't be told. */
export function useLedgerClockQuery(): Answer<LedgerClock> {
  return answerOf(useLedgerClock(), [usePolicies(), useChainHead()]);
}
