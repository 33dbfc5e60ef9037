/** What the ledger stores. */
type StoredStatus = "registered" | "refused" | "cancelled" | "confirmed" | "settled" | "writtenOff" | "defaulted";

/** What people are told: time alone makes a registration lapsed, and a confirmed receivable due or overdue. */
export const RECEIVABLE_STATES = [
  "registered",
  "confirmed",
  "due",
  "overdue",
  "defaulted",
  "payingOut",
  "settled",
  "lapsed",
  "refused",
  "cancelled",
  "writtenOff",
] as const;

export type ReceivableState = (typeof RECEIVABLE_STATES)[number];

export function isReceivableState(text: string): text is ReceivableState {
  return RECEIVABLE_STATES.some((state) => state === text);
}

interface Receivable {
  status: StoredStatus;
  dueDay: number;
  /** Its obligor has paid; not every holder has been paid out yet. */
  paidInFull: boolean;
}

/**
 * @param today The chain's day in the policy's time zone.
 * @param graceDays Of the policy it was confirmed under.
 */
export function receivableState(
  { status, dueDay, paidInFull }: Receivable,
  today: number,
  graceDays: number,
): ReceivableState {
  if (today < dueDay) return status;
  if (status === "registered") return "lapsed";
  if (paidInFull && status !== "settled") return "payingOut";
  if (status !== "confirmed") return status;
  return today > dueDay + graceDays ? "overdue" : "due";
}
