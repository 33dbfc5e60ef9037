import type { Hex } from "viem";
import type { ActivityListFilter } from "../../app/data/lists/lists.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { kindsOf, type Topic } from "./topics.ts";

/** What somebody chose above the list; empty texts ask for nothing. */
export interface ActivityChoice {
  topic: Topic | null;
  /** The organisation's identity. */
  actor: string;
  /** ISO days, in the policy's time zone. */
  from: string;
  to: string;
  /** How the receivable's id begins. */
  receivable: string;
}

export const ANYTHING: ActivityChoice = { topic: null, actor: "", from: "", to: "", receivable: "" };

interface Knowledge {
  /** Every account an organisation has had. */
  accountsOf: (identity: string) => readonly Hex[];
  utcOffsetHours: number;
}

const DAY = 86_400;
const HOUR = 3_600;

/** What the server is asked for. Days and ids that are not such are left out; the fields say so. */
export function activityQuery(
  choice: ActivityChoice,
  descending: boolean,
  { accountsOf, utcOffsetHours }: Knowledge,
): ActivityListFilter {
  const startOf = (day: number) => Math.max(0, day * DAY - utcOffsetHours * HOUR);
  const [from, to] = [dayIn(choice.from), dayIn(choice.to)];
  const id = choice.receivable.trim();
  return {
    descending,
    ...(choice.topic && { kinds: [...kindsOf(choice.topic)] }),
    ...(choice.actor !== "" && { actors: [...accountsOf(choice.actor)] }),
    ...(from !== null && { from: startOf(from) }),
    ...(to !== null && { to: startOf(to + 1) - 1 }),
    ...(id !== "" && isIdPrefix(id) && { receivable: id }),
  };
}

export function isIdPrefix(text: string): boolean {
  return /^(0x)?[0-9a-f]{0,48}$/i.test(text.trim());
}

function dayIn(iso: string): number | null {
  if (iso === "") return null;
  try {
    return dayFromIso(iso);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
