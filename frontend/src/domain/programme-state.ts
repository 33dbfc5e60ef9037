import { type DayCount, daysBetween } from "./day-count.ts";
import { type StatefulReceivable, type StatefulSlice, sliceState } from "./slice-state.ts";

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

interface Owing {
  slice: StatefulSlice & { face: bigint; receivable: StatefulReceivable & { currency: number } };
  /** The account in force of who owes it. */
  obligor: string;
}

interface Clock {
  timestamp: bigint;
  today: number;
  dayCountOf: (currency: number) => DayCount;
}

/** Each free slice with each programme that is open for it. @param programmes Those that its holder may accept. */
export function openMatches<Held extends Owing, Posted extends Scale & ProgrammeLife>(
  owing: readonly Held[],
  programmes: readonly Posted[],
  { timestamp, today, dayCountOf }: Clock,
): { slice: Held["slice"]; programme: Posted }[] {
  const open = programmes.filter((programme) => programmeState(programme, timestamp) === "open");
  const free = owing.filter(({ slice }) => sliceState(slice, slice.receivable, null, { timestamp, today }) === "free");
  return free.flatMap(({ slice, obligor }) =>
    open
      .filter((programme) => covers(programme, { ...slice, obligor }, today, dayCountOf(programme.currency)))
      .map((programme) => ({ slice, programme })),
  );
}
