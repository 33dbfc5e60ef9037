export type Standing = "active" | "suspended" | "replaced" | "expired";

/** @param today The chain's day. */
export function standingOf(
  { suspended, replaced, kycUntil }: { suspended: boolean; replaced: boolean; kycUntil: number },
  today: number,
): Standing {
  if (replaced) return "replaced";
  if (suspended) return "suspended";
  return kycUntil < today ? "expired" : "active";
}
