import { dayOf } from "../../domain/day-count.ts";
import { isHeld, isRetired } from "../../domain/slice-state.ts";
import { about, DUE_AHEAD, type InboxItem, type Now, type Receivable, urgencyOf } from "./item.ts";
import type { RulesOf } from "./rules.ts";

export interface HeldSlice {
  id: string;
  face: bigint;
  flags: number;
  receivable: Receivable;
}

export interface OfferedSlice {
  id: string;
  sliceId: string;
  from: string;
  start: bigint;
  end: bigint;
  until: bigint;
  receivable: Receivable & { held: boolean; heldUntil: bigint | null };
}

/** Slices that may be accepted now: not lapsed, not due, not on hold. */
function acceptableNow<Offer extends OfferedSlice>(offered: readonly Offer[], now: Now): Offer[] {
  return offered.filter(({ until, receivable }) => {
    const isOpen = until >= now.timestamp && receivable.dueDay > now.today;
    return isOpen && !isHeld(receivable, now.timestamp);
  });
}

export function acceptItems(offered: readonly OfferedSlice[], now: Now): InboxItem[] {
  return acceptableNow(offered, now).map(({ id, sliceId, from, until, start, end, receivable }) => {
    const day = dayOf(until, now.utcOffsetHours);
    const money = { amount: end - start, currency: receivable.currency };
    return about(
      receivable,
      "accept",
      day === now.today ? "today" : "act",
      { day, money, party: from, obligor: receivable.obligor, sliceId },
      id,
    );
  });
}

/** What a supplier registered and what came of it. */
export function registrationItems(registered: readonly Receivable[], { today }: Now): InboxItem[] {
  return registered.flatMap((receivable) => {
    const party = receivable.obligor;
    if (receivable.status === "refused") return [about(receivable, "refused", "act", { party })];
    if (receivable.status !== "registered") return [];
    const hasLapsed = receivable.dueDay <= today;
    return [about(receivable, hasLapsed ? "lapsed" : "waiting", hasLapsed ? "act" : "watch", { party })];
  });
}

/** Slices that can't be financed yet, one line for each receivable with all that is held of it. */
export function registryItems(held: readonly HeldSlice[], { today }: Now): InboxItem[] {
  const bare = held.filter(({ receivable }) => {
    return receivable.status === "confirmed" && !receivable.registryRecorded && receivable.dueDay > today;
  });
  return inReceivables(bare).map(({ receivable, money }) =>
    about(receivable, "registryMissing", "watch", { money, party: receivable.obligor }),
  );
}

/** What falls due or is late of that which a company holds, one line for each receivable; and the next step when it is not paid. */
export function dueItems(held: readonly HeldSlice[], rulesOf: RulesOf, { today }: Now): InboxItem[] {
  const live = held.filter((slice) => !isRetired(slice) && !slice.receivable.paidInFull);
  return inReceivables(live).flatMap(({ receivable, money }): InboxItem[] => {
    const { status, dueDay, reportedOverdue, obligor: party } = receivable;
    if (status === "defaulted") return [about(receivable, "sliceDefaulted", "watch", { money, party })];
    if (status !== "confirmed" || dueDay > today + DUE_AHEAD) return [];
    const { graceDays, defaultDays } = rulesOf(receivable.policy);
    const nextDay = dueDay + defaultDays + 1;
    if (reportedOverdue && today >= nextDay) return [about(receivable, "declareDefault", "late", { money, party })];
    const kind = !reportedOverdue && today > dueDay + graceDays ? "reportOverdue" : "sliceDue";
    return [about(receivable, kind, urgencyOf(dueDay, today), { money, party, nextDay })];
  });
}

function inReceivables(held: readonly HeldSlice[]) {
  const byId = new Map<string, { receivable: Receivable; money: { amount: bigint; currency: number } }>();
  for (const { face, receivable } of held) {
    const amount = face + (byId.get(receivable.id)?.money.amount ?? 0n);
    byId.set(receivable.id, { receivable, money: { amount, currency: receivable.currency } });
  }
  return [...byId.values()];
}
