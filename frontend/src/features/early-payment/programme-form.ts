import { type DayBase, dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { MAX_FACE_MINOR, PPM, parseMinor } from "../../domain/money.ts";

/** Decimals of a rate in per cent: parts per million are hundredths of a hundredth of a per cent. */
const RATE_DIGITS = 4;
/** Bounds of the desk's fields; contracts/interfaces/IEarlyPaymentDesk.sol. */
const MAX_RATE_PPM = 16_777_215n;
const MAX_DAYS = 65_535;
const MAX_BUDGET = (1n << 53n) - 1n;
const SECONDS_A_DAY = 86_400n;
export const MOST_TIERS = 12;

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

export interface TierDraft {
  longestDays: string;
  rate: string;
}

export interface NewProgramme {
  currency: number;
  tiers: { longestDays: number; ratePpm: number }[];
  budget: bigint;
  smallestFace: bigint;
  forAll: boolean;
  startsAt: bigint;
  expiresAt: bigint;
}

export type ProgrammeField =
  | `longestDays/${number}`
  | `rate/${number}`
  | "currency"
  | "budget"
  | "smallestFace"
  | "firstDay"
  | "lastDay";

export type ProgrammeProblem =
  | "missing"
  | "malformed"
  | "tooLarge"
  | "notPositive"
  | "past"
  | "beforeFirst"
  | "notAscending"
  | "takesAll";

type Problems = Partial<Record<ProgrammeField, ProgrammeProblem>>;

interface Context {
  minorDigits: number;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

type Take = <T>(field: ProgrammeField, text: string, read: (text: string) => T | ProgrammeProblem) => T | null;

/** @returns the programme to post, or what is wrong with each field. */
export function readProgramme(draft: ProgrammeDraft, context: Context): NewProgramme | { problems: Problems } {
  const problems: Problems = {};
  const take: Take = (field, text, read) => {
    const value = text.trim() === "" ? "missing" : attempt(() => read(text));
    if (!isProblem(value)) return value;
    problems[field] = value;
    return null;
  };
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
export function readMore(text: string, minorDigits: number): { more: bigint } | { problem: ProgrammeProblem } {
  if (text.trim() === "") return { problem: "missing" };
  const more = attempt(() => positive(text, minorDigits, MAX_BUDGET));
  return isProblem(more) ? { problem: more } : { more };
}

/** One that begins today begins at once: 0 is before any block. */
function startOfDay(day: number, { today, utcOffsetHours }: Context): bigint {
  return day <= today ? 0n : BigInt(day) * SECONDS_A_DAY - BigInt(utcOffsetHours) * 3_600n;
}

/** The desk takes only ascending days, and no rate that would take all of a face. */
function readTiers(drafts: readonly TierDraft[], base: DayBase, take: Take): NewProgramme["tiers"] {
  let before = 0;
  return drafts.flatMap(({ longestDays, rate }, index) => {
    const days = take(`longestDays/${index}`, longestDays, (text) => readDays(text, before));
    before = days ?? before;
    const ratePpm = take(`rate/${index}`, rate, (text) => readRate(text, days ?? 0, base));
    return days === null || ratePpm === null ? [] : [{ longestDays: days, ratePpm: Number(ratePpm) }];
  });
}

function readDays(text: string, before: number): number | ProgrammeProblem {
  if (!/^\d{1,9}$/.test(text.trim())) return "malformed";
  const days = Number(text);
  if (days > MAX_DAYS) return "tooLarge";
  if (days === 0) return "notPositive";
  return days > before ? days : "notAscending";
}

function readRate(text: string, days: number, base: DayBase): bigint | ProgrammeProblem {
  const ratePpm = parseMinor(text.trim(), RATE_DIGITS);
  if (ratePpm > MAX_RATE_PPM) return "tooLarge";
  return ratePpm * BigInt(days) < BigInt(base) * PPM ? ratePpm : "takesAll";
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

function attempt<T>(read: () => T): T | "malformed" {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return "malformed";
    throw error;
  }
}

function isProblem(value: unknown): value is ProgrammeProblem {
  return typeof value === "string";
}
