import { leftOf } from "../../domain/left-of.ts";

/** A confirmed receivable that the company owes. */
export interface Obligation {
  id: string;
  dueDay: number;
  face: bigint;
  /** Of the face: paid from the due day on, and before it. */
  paidFace: bigint;
  retired: bigint;
  currency: number;
}

export type Urgency = "overdue" | "today" | "soon" | "later";

/** Obligations due within so many days are "soon". */
const SOON_DAYS = 7;

export interface ObligationGroup<T extends Obligation> {
  urgency: Urgency;
  obligations: T[];
  /** What is owed of the faces, per currency index. */
  totals: [currency: number, face: bigint][];
}

export function urgencyOf(dueDay: number, today: number): Urgency {
  if (dueDay < today) return "overdue";
  if (dueDay === today) return "today";
  return dueDay - today <= SOON_DAYS ? "soon" : "later";
}

/** By urgency, and by due day within; groups without an obligation are left out. */
export function groupObligations<T extends Obligation>(obligations: readonly T[], today: number): ObligationGroup<T>[] {
  const order: readonly Urgency[] = ["overdue", "today", "soon", "later"];
  const sorted = [...obligations].sort((a, b) => a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
  return order
    .map((urgency) => sorted.filter(({ dueDay }) => urgencyOf(dueDay, today) === urgency))
    .map((group, i) => ({ urgency: order[i] ?? "later", obligations: group, totals: totalsOf(group) }))
    .filter((group) => group.obligations.length > 0);
}

function totalsOf(obligations: readonly Obligation[]): [number, bigint][] {
  const totals = new Map<number, bigint>();
  for (const row of obligations) totals.set(row.currency, (totals.get(row.currency) ?? 0n) + leftOf(row));
  return [...totals].sort(([a], [b]) => a - b);
}
