/** Seconds after the end of the notice in which a replacement may be carried out; fixed in the ledger. */
export const TO_REPLACE = 30n * 86_400n;

/** Where a replacement stands; time alone leads from notice to ready to lapsed. */
export type Phase = "proposed" | "notice" | "ready" | "lapsed" | "vetoed" | "carriedOut" | "proposedAnew";

interface Timed {
  status: "proposed" | "agreed" | "proposedAnew" | "vetoed" | "carriedOut";
  readyAt: bigint | null;
}

/** @param now Seconds, by the chain's newest block. */
export function phaseOf({ status, readyAt }: Timed, now: bigint): Phase {
  if (status !== "agreed") return status;
  if (readyAt === null || now < readyAt) return "notice";
  return now <= readyAt + TO_REPLACE ? "ready" : "lapsed";
}

const OPEN: readonly Phase[] = ["proposed", "notice", "ready", "lapsed"];

export function isOpen(phase: Phase): boolean {
  return OPEN.includes(phase);
}
