import { leftOf } from "../../domain/left-of.ts";
import { about, DUE_AHEAD, type InboxItem, type Now, type Receivable, urgencyOf } from "./item.ts";
import type { RulesOf } from "./rules.ts";

/** The obligor: invoices to confirm, receivables to pay, and what comes of it when they are not paid. */
export function obligorItems(receivables: readonly Receivable[], rulesOf: RulesOf, now: Now): InboxItem[] {
  return receivables.flatMap((receivable) => {
    const { status, dueDay, paidInFull } = receivable;
    if (status === "registered" && dueDay > now.today) return [about(receivable, "confirm", "act")];
    if (status !== "confirmed" && status !== "defaulted") return [];
    if (paidInFull) return [about(receivable, "finishPayOut", "act")];
    if (status === "defaulted") return [about(receivable, "payDefaulted", "late", stillOwed(receivable))];
    return dueDay <= now.today + DUE_AHEAD ? [payItem(receivable, rulesOf, now)] : [];
  });
}

function stillOwed(receivable: Receivable) {
  return { money: { amount: leftOf(receivable), currency: receivable.currency } };
}

function payItem(receivable: Receivable, rulesOf: RulesOf, { today }: Now): InboxItem {
  const { dueDay } = receivable;
  const { graceDays, defaultDays } = rulesOf(receivable.policy);
  const lastFreeDay = dueDay + graceDays;
  const owed = stillOwed(receivable);
  if (today > lastFreeDay)
    return about(receivable, "payOverdue", "late", { ...owed, nextDay: dueDay + defaultDays + 1 });
  return about(receivable, "pay", urgencyOf(dueDay, today), { ...owed, nextDay: lastFreeDay });
}
