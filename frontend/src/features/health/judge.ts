/** How a part of the system does; `unknown` while it is being asked. */
export type Verdict = "ok" | "warn" | "fail" | "unknown";

/** Seconds by which the newest block may be older than this computer's clock. */
const SLOW_BLOCK = 120n;
const STOPPED_BLOCK = 900n;
/** Blocks by which the index may be behind; one is always on its way. */
const MOST_BEHIND = 5n;
/** Of a block's room, in per cent, from which transactions have to wait. */
const FULL_BLOCK = 90n;

/**
 * @param blockTime Seconds of the newest block.
 * @param now Seconds of this computer.
 * @param isLocal A development chain makes a block only when there is something to do, and its clock can be moved.
 */
export function judgeBlockTime(blockTime: bigint, now: bigint, isLocal: boolean): Verdict {
  if (isLocal) return "ok";
  const age = now - blockTime;
  // A block from the future means that one of the two clocks is wrong.
  if (age < -SLOW_BLOCK) return "warn";
  if (age > STOPPED_BLOCK) return "fail";
  return age > SLOW_BLOCK ? "warn" : "ok";
}

export function judgeGas(gasUsed: bigint, gasLimit: bigint): Verdict {
  return gasLimit > 0n && gasUsed * 100n > gasLimit * FULL_BLOCK ? "warn" : "ok";
}

export function judgeLag(chain: bigint, index: bigint): Verdict {
  return chain - index > MOST_BEHIND ? "warn" : "ok";
}

/** The worst of several; what is unknown counts only when nothing is wrong. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ["fail", "warn", "unknown"];
  return order.find((verdict) => verdicts.includes(verdict)) ?? "ok";
}
