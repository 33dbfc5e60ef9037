/** What the ledger stores. */
type StoredStatus = "registered" | "refused" | "cancelled" | "confirmed" | "settled" | "writtenOff";

/** What people are told: time alone makes a registration lapsed, and a confirmed receivable due or overdue. */
export const RECEIVABLE_STATES = [
  "registered",
  "confirmed",
  "due",
  "overdue",
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
  paidInto: boolean;
}

/**
 * @param today The chain's day in the policy's time zone.
 * @param graceDays Of the policy it was confirmed under.
 */
export function receivableState(
  { status, dueDay, paidInto }: Receivable,
  today: number,
  graceDays: number,
): ReceivableState {
  if (today < dueDay) return status;
  if (status === "registered") return "lapsed";
  if (status !== "confirmed") return status;
  if (paidInto) return "payingOut";
  return today > dueDay + graceDays ? "overdue" : "due";
}
