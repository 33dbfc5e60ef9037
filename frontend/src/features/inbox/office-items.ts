import { announcementState, LAPSES_AFTER } from "../../domain/announcement-state.ts";
import { dayOf } from "../../domain/day-count.ts";
import { phaseOf, TO_REPLACE } from "../../domain/replacement-phase.ts";
import { DUE_AHEAD, type InboxItem, itemOf, type Now } from "./item.ts";

interface Checked {
  account: string;
  kycUntil: number;
  suspended: boolean;
}

/** How many days ahead the end of a company's checks is announced. */
const CHECKS_AHEAD = 30;

/** Companies whose checks end. */
export function checkItems(participants: readonly Checked[], { today }: Now): InboxItem[] {
  return participants
    .filter(({ kycUntil, suspended }) => !suspended && kycUntil <= today + CHECKS_AHEAD)
    .map(({ account, kycUntil }) =>
      itemOf("kycExpiring", kycUntil < today ? "late" : "watch", account, { day: kycUntil, party: account }),
    );
}

interface Announced {
  id: string;
  caller: string;
  readyAt: bigint;
}

/** Changes of the rulebook that were announced: only the account that did so may carry them out, until they lapse. */
export function changeItems(announced: readonly Announced[], account: string, now: Now): InboxItem[] {
  return announced.flatMap(({ id, caller, readyAt }) => {
    const state = announcementState(readyAt, now.timestamp);
    if (state === "lapsed") return [];
    const isMine = state === "ready" && caller.toLowerCase() === account.toLowerCase();
    const day = dayOf(state === "ready" ? readyAt + LAPSES_AFTER - 1n : readyAt, now.utcOffsetHours);
    const kind = state === "ready" ? "changeReady" : "changeWaiting";
    return [itemOf(kind, isMine ? "act" : "watch", id, { day, party: caller })];
  });
}

interface Replacing {
  id: string | bigint;
  lost: string;
  proposedBy: string;
  status: Parameters<typeof phaseOf>[0]["status"];
  proposedAt: bigint;
  readyAt: bigint | null;
  endedAt: bigint | null;
}

interface Office {
  account: string;
  isSupervisor: boolean;
  /** Slices that still lie on accounts whose key was replaced. */
  left: readonly { holder: string }[];
}

/** Lost keys: to agree to, to wait for, to carry out, and slices that have not followed. */
export function keyItems(
  replacements: readonly Replacing[],
  { account, isSupervisor, left }: Office,
  now: Now,
): InboxItem[] {
  return replacements.flatMap((replacement): InboxItem[] => {
    const { id, lost: party, proposedAt, readyAt, endedAt } = replacement;
    const phase = phaseOf(replacement, now.timestamp);
    const on = (second: bigint) => dayOf(second, now.utcOffsetHours);
    if (phase === "proposed") {
      const mayAgree = isSupervisor && replacement.proposedBy.toLowerCase() !== account.toLowerCase();
      return [
        itemOf(mayAgree ? "keyToAgree" : "keyProposed", mayAgree ? "act" : "watch", id, { party, day: on(proposedAt) }),
      ];
    }
    if (phase === "notice" && readyAt !== null) return [itemOf("keyNotice", "watch", id, { party, day: on(readyAt) })];
    if (phase === "ready" && readyAt !== null) {
      return [itemOf("keyReady", "act", id, { party, day: on(readyAt + TO_REPLACE) })];
    }
    const isLeft = left.some(({ holder }) => holder.toLowerCase() === party.toLowerCase());
    if (phase !== "carriedOut" || !isLeft) return [];
    return [itemOf("keySlicesLeft", "act", id, { party, day: endedAt === null ? null : on(endedAt) })];
  });
}

interface Frozen {
  id: string;
  receivableId: string;
  start: bigint;
  end: bigint;
  until: bigint;
  holder: string;
  receivable: { currency: number };
}

/** The supervisor: freezes that run out soon, and those that have and still bind the cents until somebody releases them. */
export function freezeItems(freezes: readonly Frozen[], { timestamp, today, utcOffsetHours }: Now): InboxItem[] {
  return freezes.flatMap(({ id, receivableId, start, end, until, holder, receivable }) => {
    const day = dayOf(until, utcOffsetHours);
    if (day > today + DUE_AHEAD) return [];
    const isOver = until < timestamp;
    const money = { amount: end - start, currency: receivable.currency };
    const facts = { day, money, party: holder, receivableId };
    return [itemOf(isOver ? "freezeOver" : "freezeEnding", isOver ? "act" : "watch", id, facts)];
  });
}
