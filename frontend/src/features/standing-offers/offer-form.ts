import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { MAX_FACE_MINOR, parseMinor } from "../../domain/money.ts";

/** Decimals of a rate in per cent: parts per million are hundredths of a hundredth of a per cent. */
const RATE_DIGITS = 4;
/** Bounds of the desk's fields: 24 bits of rate, 16 of tenor, 32 of expiry. */
const MAX_RATE_PPM = 16_777_215n;
const MAX_TENOR = 65_535;
const MAX_TIMESTAMP = 4_294_967_295n;
const SECONDS_A_DAY = 86_400n;

/** As typed. */
export interface OfferDraft {
  obligor: string;
  currency: string;
  rate: string;
  longestTenor: string;
  smallestFace: string;
  limit: string;
  /** Last day on which it may be taken, as YYYY-MM-DD. */
  lastDay: string;
}

export interface OfferTerms {
  obligor: string;
  currency: number;
  ratePpm: number;
  longestTenor: number;
  smallestFace: bigint;
  limit: bigint;
  expiresAt: number;
}

export type OfferField = keyof OfferDraft;
type OfferProblem = "missing" | "malformed" | "tooLarge" | "notPositive" | "past" | "aboveLimit";
type OfferProblems = Partial<Record<OfferField, OfferProblem>>;

interface OfferContext {
  minorDigits: number;
  today: number;
  utcOffsetHours: number;
}

/** @returns the terms to post, or what is wrong with each field. */
export function readOffer(
  draft: OfferDraft,
  context: OfferContext,
): { terms: OfferTerms } | { problems: OfferProblems } {
  const problems: OfferProblems = {};
  const take = <T>(field: OfferField, read: () => T | OfferProblem): T | null => {
    const value = draft[field].trim() === "" ? "missing" : attempt(read);
    if (!isProblem(value)) return value;
    problems[field] = value;
    return null;
  };
  const obligor = take("obligor", () => ({ account: draft.obligor }));
  const currency = take("currency", () => Number(draft.currency));
  const ratePpm = take("rate", () => within(parseRate(draft.rate), MAX_RATE_PPM));
  const longestTenor = take("longestTenor", () => readTenor(draft.longestTenor));
  const smallestFace = take("smallestFace", () => positive(draft.smallestFace, context.minorDigits));
  const limit = take("limit", () => positive(draft.limit, context.minorDigits));
  const expiresAt = take("lastDay", () => readExpiry(draft.lastDay, context));
  if (smallestFace !== null && limit !== null && smallestFace > limit) problems.smallestFace = "aboveLimit";
  const isRead = obligor !== null && currency !== null && ratePpm !== null && longestTenor !== null;
  if (!isRead || smallestFace === null || limit === null || expiresAt === null || problems.smallestFace) {
    return { problems };
  }
  const figures = { ratePpm: Number(ratePpm), longestTenor, smallestFace, limit, expiresAt: Number(expiresAt) };
  return { terms: { obligor: obligor.account, currency, ...figures } };
}

/**
 * A yearly rate in per cent as parts per million: "3.85" → 38500n.
 * @throws DomainError `AmountMalformed` | `AmountTooPrecise`
 */
export function parseRate(percent: string): bigint {
  return parseMinor(percent.trim(), RATE_DIGITS);
}

/** The last second of a day in the policy's zone. */
export function endOfDay(day: number, utcOffsetHours: number): bigint {
  return BigInt(day + 1) * SECONDS_A_DAY - BigInt(utcOffsetHours) * 3_600n - 1n;
}

function readTenor(text: string): number | OfferProblem {
  if (!/^\d{1,9}$/.test(text.trim())) return "malformed";
  const days = Number(text);
  if (days > MAX_TENOR) return "tooLarge";
  return days === 0 ? "notPositive" : days;
}

function readExpiry(iso: string, { today, utcOffsetHours }: OfferContext): bigint | OfferProblem {
  const day = dayFromIso(iso);
  if (day < today) return "past";
  return within(endOfDay(day, utcOffsetHours), MAX_TIMESTAMP);
}

function positive(text: string, digits: number): bigint | OfferProblem {
  const minor = parseMinor(text.trim(), digits);
  return minor === 0n ? "notPositive" : within(minor, MAX_FACE_MINOR);
}

function within(value: bigint, most: bigint): bigint | OfferProblem {
  return value > most ? "tooLarge" : value;
}

function attempt<T>(read: () => T | OfferProblem): T | OfferProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return "malformed";
    throw error;
  }
}

function isProblem(value: unknown): value is OfferProblem {
  return typeof value === "string";
}
