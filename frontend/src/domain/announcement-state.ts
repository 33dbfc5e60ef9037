/** Seconds after which the AccessManager forgets what was not carried out; fixed in its code (`expiration`). */
export const LAPSES_AFTER = 7n * 86_400n;

export type AnnouncementState = "waiting" | "ready" | "lapsed";

/** @param now Seconds, by the chain's newest block. */
export function announcementState(readyAt: bigint, now: bigint): AnnouncementState {
  if (now < readyAt) return "waiting";
  return now < readyAt + LAPSES_AFTER ? "ready" : "lapsed";
}
