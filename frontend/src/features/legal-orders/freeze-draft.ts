import type { Hex } from "viem";
import { dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import type { OrderDocument } from "./OrderDocumentField.tsx";

/** The ledger's codes for why cents are frozen. */
export const FREEZE_REASONS = ["1", "2", "3", "4", "255"] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

export interface FreezeDraft {
  /** First cent, and the first one after the last, as typed. */
  from: string;
  to: string;
  reason: FreezeReason | "";
  /** Last day, YYYY-MM-DD. */
  lastDay: string;
  document: OrderDocument | null;
}

export interface FreezeOrder {
  from: bigint;
  to: bigint;
  reason: number;
  /** Last second of the freeze. */
  until: bigint;
  document: Hex;
}

type DraftProblem = "fromMissing" | "toMissing" | "toNotAfter" | "reasonMissing" | "lastDayBad" | "documentMissing";

type ReadDraft = { order: FreezeOrder } | { problems: Partial<Record<keyof FreezeDraft, DraftProblem>> };

/** @param today The chain's day in the zone with this offset. */
export function readFreezeDraft(
  draft: FreezeDraft,
  { today, utcOffsetHours }: { today: number; utcOffsetHours: number },
): ReadDraft {
  const [from, to] = [centOf(draft.from), centOf(draft.to)];
  const lastDay = dayOrNull(draft.lastDay);
  const { reason, document } = draft;
  const isDayGood = lastDay !== null && lastDay >= today;
  if (from !== null && to !== null && to > from && reason !== "" && isDayGood && document) {
    const until = endOfDay(lastDay, utcOffsetHours);
    return { order: { from, to, reason: Number(reason), until, document: document.hash } };
  }
  const problems: Partial<Record<keyof FreezeDraft, DraftProblem>> = {
    ...(from === null && { from: "fromMissing" }),
    ...(to === null && { to: "toMissing" }),
    ...(from !== null && to !== null && to <= from && { to: "toNotAfter" }),
    ...(reason === "" && { reason: "reasonMissing" }),
    ...(!isDayGood && { lastDay: "lastDayBad" }),
    ...(!document && { document: "documentMissing" }),
  };
  return { problems };
}

/** A cent's number, with or without marks between thousands. */
export function centOf(text: string): bigint | null {
  const digits = text.replace(/[\s,.'’_]/g, "");
  return /^\d{1,15}$/.test(digits) ? BigInt(digits) : null;
}

function dayOrNull(iso: string): number | null {
  try {
    return dayFromIso(iso);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
