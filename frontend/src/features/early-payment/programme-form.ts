import { attempt, isProblem, takeInto } from "../../app/forms/read-fields.ts";
import { readTiers, type TierDraft, type TierField, type TierProblem } from "../../app/rate-tiers/tier-form.ts";
import { type DayBase, dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { MAX_FACE_MINOR, parseMinor } from "../../domain/money.ts";
import type { RateTier } from "../../domain/standing-offer.ts";

/** Bound of the desk's field; contracts/interfaces/IEarlyPaymentDesk.sol. */
const MAX_BUDGET = (1n << 53n) - 1n;
const SECONDS_A_DAY = 86_400n;

/** As typed. */
export interface ProgrammeDraft {
  currency: string;
  tiers: readonly TierDraft[];
  budget: string;
  smallestFace: string;
  forAll: boolean;
  /** First and last day on which it may be accepted, as YYYY-MM-DD. */
  firstDay: string;
  lastDay: string;
}

export interface NewProgramme {
  currency: number;
  tiers: RateTier[];
  budget: bigint;
  smallestFace: bigint;
  forAll: boolean;
  startsAt: bigint;
  expiresAt: bigint;
}

type ProgrammeField = TierField | "currency" | "budget" | "smallestFace" | "firstDay" | "lastDay";

export type ProgrammeProblem =
  | "missing"
  | "malformed"
  | "tooLarge"
  | "notPositive"
  | "past"
  | "beforeFirst"
  | TierProblem;

type Problems = Partial<Record<ProgrammeField, ProgrammeProblem>>;

interface Context {
  minorDigits: number;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

/** @returns the programme to post, or what is wrong with each field. */
export function readProgramme(draft: ProgrammeDraft, context: Context): NewProgramme | { problems: Problems } {
  const problems: Problems = {};
  const take = takeInto<ProgrammeField, ProgrammeProblem>(problems);
  const tiers = readTiers(draft.tiers, context.dayBase, take);
  const currency = take("currency", draft.currency, Number);
  const budget = take("budget", draft.budget, (text) => positive(text, context.minorDigits, MAX_BUDGET));
  const smallestFace = take("smallestFace", draft.smallestFace, (text) =>
    positive(text, context.minorDigits, MAX_FACE_MINOR),
  );
  const first = take("firstDay", draft.firstDay, (text) => notPast(text, context.today));
  const last = take("lastDay", draft.lastDay, (text) => notPast(text, context.today));
  if (first !== null && last !== null && last < first) problems.lastDay = "beforeFirst";
  const isRead = currency !== null && budget !== null && smallestFace !== null && first !== null && last !== null;
  if (!isRead || Object.keys(problems).length > 0) return { problems };
  return {
    ...{ currency, tiers, budget, smallestFace, forAll: draft.forAll },
    startsAt: startOfDay(first, context),
    expiresAt: endOfDay(last, context.utcOffsetHours),
  };
}

/** More for a programme's budget. */
export function readMore(text: string, minorDigits: number): { amount: bigint } | { problem: ProgrammeProblem } {
  if (text.trim() === "") return { problem: "missing" };
  const amount = attempt(() => positive(text, minorDigits, MAX_BUDGET));
  return isProblem<ProgrammeProblem>(amount) ? { problem: amount } : { amount };
}

/** One that begins today begins at once: 0 is before any block. */
function startOfDay(day: number, { today, utcOffsetHours }: Context): bigint {
  return day <= today ? 0n : BigInt(day) * SECONDS_A_DAY - BigInt(utcOffsetHours) * 3_600n;
}

function notPast(iso: string, today: number): number | ProgrammeProblem {
  const day = dayFromIso(iso);
  return day < today ? "past" : day;
}

function positive(text: string, digits: number, most: bigint): bigint | ProgrammeProblem {
  const minor = parseMinor(text.trim(), digits);
  if (minor === 0n) return "notPositive";
  return minor > most ? "tooLarge" : minor;
}
