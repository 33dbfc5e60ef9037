interface Receivable {
  status: string;
  dueDay: number;
  paidInFull: boolean;
  reportedOverdue: boolean;
}

interface LateAlert {
  /** `overdue`: time alone made it so; `reportedOverdue`: somebody has told the ledger. */
  rule: "overdue" | "reportedOverdue" | "defaulted";
  /** Since the due day. */
  daysLate: number;
  /** Days of grace, after which the rule fires. */
  graceDays: number;
}

/** @param today The chain's day in the zone of the policy it was confirmed under. */
export function lateAlert(
  { status, dueDay, paidInFull, reportedOverdue }: Receivable,
  today: number,
  graceDays: number,
): LateAlert | null {
  const late = { daysLate: today - dueDay, graceDays };
  if (paidInFull) return null;
  if (status === "defaulted") return { rule: "defaulted", ...late };
  if (status !== "confirmed") return null;
  if (reportedOverdue) return { rule: "reportedOverdue", ...late };
  return late.daysLate > graceDays ? { rule: "overdue", ...late } : null;
}
