import { type DayCount, daysBetween } from "../../domain/day-count.ts";

interface ProgrammeLife {
  paused: boolean;
  withdrawn: boolean;
  startsAt: bigint;
  expiresAt: bigint;
  budget: bigint;
  spent: bigint;
}

export type ProgrammeState = "open" | "paused" | "notStarted" | "usedUp" | "expired" | "withdrawn";

export function programmeState(programme: ProgrammeLife, timestamp: bigint): ProgrammeState {
  if (programme.withdrawn) return "withdrawn";
  if (timestamp > programme.expiresAt) return "expired";
  if (programme.paused) return "paused";
  if (programme.spent >= programme.budget) return "usedUp";
  return timestamp < programme.startsAt ? "notStarted" : "open";
}

/** It can still be raised, paused, resumed and withdrawn. */
export function isManageable(state: ProgrammeState): boolean {
  return state !== "expired" && state !== "withdrawn";
}

interface Scale {
  obligor: string;
  currency: number;
  smallestFace: bigint;
  tiers: readonly { longestDays: number; ratePpm: number }[];
}

interface Held {
  face: bigint;
  receivable: { currency: number; dueDay: number };
  /** The account in force of who owes it. */
  obligor: string;
}

/** Whether a programme is for such a slice at all; what it pays for it the desk says. */
export function covers(programme: Scale, held: Held, today: number, dayCount: DayCount): boolean {
  if (programme.obligor.toLowerCase() !== held.obligor.toLowerCase()) return false;
  if (programme.currency !== held.receivable.currency || held.face < programme.smallestFace) return false;
  if (held.receivable.dueDay <= today) return false;
  const days = daysBetween(today, held.receivable.dueDay, dayCount);
  return days <= (programme.tiers.at(-1)?.longestDays ?? 0);
}
