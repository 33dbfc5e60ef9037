import type { Hex } from "viem";
import { dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import type { OrderDocument } from "./OrderDocumentField.tsx";

/** The ledger's codes for why cents are frozen. */
export const FREEZE_REASONS = ["1", "2", "3", "4", "255"] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

export interface FreezeDraft {
  /** First and last cent as people count them: from one, both included. As typed. */
  first: string;
  last: string;
  reason: FreezeReason | "";
  /** Last day, YYYY-MM-DD. */
  lastDay: string;
  document: OrderDocument | null;
}

/** What was read: cents [from, to), as the ledger counts them. */
export interface FreezeOrder {
  from: bigint;
  to: bigint;
  reason: number;
  /** Last second of the freeze. */
  until: bigint;
  document: Hex;
}

type DraftProblem =
  | "firstMissing"
  | "lastMissing"
  | "lastBeforeFirst"
  | "reasonMissing"
  | "lastDayBad"
  | "documentMissing";

type ReadDraft = { order: FreezeOrder } | { problems: Partial<Record<keyof FreezeDraft, DraftProblem>> };

/** @param today The chain's day in the zone with this offset. */
export function readFreezeDraft(
  draft: FreezeDraft,
  { today, utcOffsetHours }: { today: number; utcOffsetHours: number },
): ReadDraft {
  const range = rangeOf(draft);
  const lastDay = dayOrNull(draft.lastDay);
  const { reason, document } = draft;
  const isDayGood = lastDay !== null && lastDay >= today;
  if (range && reason !== "" && isDayGood && document) {
    const until = endOfDay(lastDay, utcOffsetHours);
    return { order: { ...range, reason: Number(reason), until, document: document.hash } };
  }
  const [first, last] = [centOf(draft.first), centOf(draft.last)];
  const problems: Partial<Record<keyof FreezeDraft, DraftProblem>> = {
    ...(first === null && { first: "firstMissing" }),
    ...(last === null && { last: "lastMissing" }),
    ...(first !== null && last !== null && last < first && { last: "lastBeforeFirst" }),
    ...(reason === "" && { reason: "reasonMissing" }),
    ...(!isDayGood && { lastDay: "lastDayBad" }),
    ...(!document && { document: "documentMissing" }),
  };
  return { problems };
}

/** The cents [from, to) that were named; null when they are none. */
export function rangeOf(draft: Pick<FreezeDraft, "first" | "last">): { from: bigint; to: bigint } | null {
  const [first, last] = [centOf(draft.first), centOf(draft.last)];
  return first === null || last === null || last < first ? null : { from: first - 1n, to: last };
}

/** The number of a cent, from one on, with or without marks between thousands. */
export function centOf(text: string): bigint | null {
  const digits = text.replace(/[\s,.'’_]/g, "");
  const cent = /^\d{1,15}$/.test(digits) ? BigInt(digits) : 0n;
  return cent > 0n ? cent : null;
}

function dayOrNull(iso: string): number | null {
  try {
    return dayFromIso(iso);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
