import { getAddress } from "viem";
import type { OfferTerms } from "../../app/transaction/offerTerms.ts";
import { type DayBase, type DayCount, dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { MAX_FACE_MINOR, PPM, parseMinor } from "../../domain/money.ts";
import { parseRate } from "../../domain/rate.ts";
import type { RateTier } from "../../domain/standing-offer.ts";

/** Bounds of the desk's fields: 24 bits of rate, 16 of tenor. */
const MAX_RATE_PPM = 16_777_215n;
const MAX_TENOR = 65_535;
export const MOST_TIERS = 12;
export const MOST_OBLIGORS = 32;

/** As typed. */
export interface OfferDraft {
  obligors: readonly string[];
  currency: string;
  tiers: readonly TierDraft[];
  smallestFace: string;
  /** Empty: no upper bound. */
  largestFace: string;
  limit: string;
  /** Empty: no limit for each seller. */
  sellerLimit: string;
  /** Last day on which it may be taken, as YYYY-MM-DD. */
  lastDay: string;
  withRecourse: boolean;
  limited: boolean;
}

export interface TierDraft {
  longestTenor: string;
  rate: string;
}

export interface NewOffer {
  terms: OfferTerms;
  limit: bigint;
}

export type OfferField =
  | `obligor/${number}`
  | `longestTenor/${number}`
  | `rate/${number}`
  | "currency"
  | "smallestFace"
  | "largestFace"
  | "limit"
  | "sellerLimit"
  | "lastDay";
type OfferProblem =
  | "missing"
  | "malformed"
  | "tooLarge"
  | "notPositive"
  | "past"
  | "aboveLimit"
  | "belowSmallest"
  | "twice"
  | "notAscending"
  | "takesAll";
type OfferProblems = Partial<Record<OfferField, OfferProblem>>;

interface OfferContext {
  minorDigits: number;
  dayCount: DayCount;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

type Take = <T>(field: OfferField, text: string, read: (text: string) => T | OfferProblem) => T | null;

/** @returns the offer to post, or what is wrong with each field. It begins at once and counts days as its currency does. */
export function readOffer(draft: OfferDraft, context: OfferContext): NewOffer | { problems: OfferProblems } {
  const problems: OfferProblems = {};
  const take: Take = (field, text, read) => {
    const value = text.trim() === "" ? "missing" : attempt(() => read(text));
    if (!isProblem(value)) return value;
    problems[field] = value;
    return null;
  };
  const face = (text: string) => positive(text, context.minorDigits);
  const obligors = readObligors(draft.obligors, take);
  const tiers = readTiers(draft.tiers, context.dayBase, take);
  const currency = take("currency", draft.currency, Number);
  const smallestFace = take("smallestFace", draft.smallestFace, face);
  const largestFace = draft.largestFace.trim() === "" ? MAX_FACE_MINOR : take("largestFace", draft.largestFace, face);
  const limit = take("limit", draft.limit, face);
  const sellerLimit = draft.sellerLimit.trim() === "" ? 0n : take("sellerLimit", draft.sellerLimit, face);
  const expiresAt = take("lastDay", draft.lastDay, (text) => readExpiry(text, context));
  const faces = { smallestFace, largestFace, limit, sellerLimit };
  Object.assign(problems, faceProblems(faces));
  const isRead = currency !== null && expiresAt !== null && isComplete(faces);
  if (!isRead || Object.keys(problems).length > 0) return { problems };
  const { limit: whole, ...bounds } = faces;
  const { dayCount, dayBase } = context;
  const { withRecourse, limited } = draft;
  const kind = { currency, dayCount, dayBase, withRecourse, limited, startsAt: 0n, expiresAt };
  return { terms: { ...kind, ...bounds, tiers, obligors }, limit: whole };
}

interface Faces {
  smallestFace: bigint;
  largestFace: bigint;
  limit: bigint;
  sellerLimit: bigint;
}

function isComplete(faces: { [Name in keyof Faces]: bigint | null }): faces is Faces {
  return Object.values(faces).every((face) => face !== null);
}

function faceProblems({
  smallestFace,
  largestFace,
  limit,
  sellerLimit,
}: { [Name in keyof Faces]: bigint | null }): OfferProblems {
  if (smallestFace === null) return {};
  const problems: OfferProblems = {};
  if (limit !== null && smallestFace > limit) problems.smallestFace = "aboveLimit";
  if (largestFace !== null && largestFace < smallestFace) problems.largestFace = "belowSmallest";
  if (sellerLimit !== null && sellerLimit !== 0n && sellerLimit < smallestFace) problems.sellerLimit = "belowSmallest";
  return problems;
}

function readObligors(drafts: readonly string[], take: Take) {
  return drafts.flatMap((draft, index) => {
    const isTwice = drafts.indexOf(draft) < index;
    const account = take(`obligor/${index}`, draft, (text) => (isTwice ? "twice" : { address: getAddress(text) }));
    return account === null ? [] : [account.address];
  });
}

/** The desk takes only ascending tenors, and no rate that would take all of a face. */
function readTiers(drafts: readonly TierDraft[], base: DayBase, take: Take): RateTier[] {
  let before = 0;
  return drafts.flatMap(({ longestTenor, rate }, index) => {
    const days = take(`longestTenor/${index}`, longestTenor, (text) => readTenor(text, before));
    before = days ?? before;
    const ratePpm = take(`rate/${index}`, rate, (text) => readRate(text, days ?? 0, base));
    return days === null || ratePpm === null ? [] : [{ longestDays: days, ratePpm: Number(ratePpm) }];
  });
}

/** A new limit for an offer. */
export function readRaisedLimit(
  text: string,
  minorDigits: number,
  limit: bigint,
): { limit: bigint } | { problem: "missing" | "malformed" | "tooLarge" | "notPositive" | "notRaised" } {
  if (text.trim() === "") return { problem: "missing" };
  const raised = attempt(() => positive(text, minorDigits));
  if (raised === "malformed" || raised === "tooLarge" || raised === "notPositive") return { problem: raised };
  return typeof raised === "bigint" && raised > limit ? { limit: raised } : { problem: "notRaised" };
}

function readRate(text: string, days: number, base: DayBase): bigint | OfferProblem {
  const ratePpm = within(parseRate(text), MAX_RATE_PPM);
  if (isProblem(ratePpm)) return ratePpm;
  return ratePpm * BigInt(days) < BigInt(base) * PPM ? ratePpm : "takesAll";
}

function readTenor(text: string, before: number): number | OfferProblem {
  if (!/^\d{1,9}$/.test(text.trim())) return "malformed";
  const days = Number(text);
  if (days > MAX_TENOR) return "tooLarge";
  if (days === 0) return "notPositive";
  return days > before ? days : "notAscending";
}

function readExpiry(iso: string, { today, utcOffsetHours }: OfferContext): bigint | OfferProblem {
  const day = dayFromIso(iso);
  return day < today ? "past" : endOfDay(day, utcOffsetHours);
}

function positive(text: string, digits: number) {
  const minor = parseMinor(text.trim(), digits);
  return minor === 0n ? "notPositive" : within(minor, MAX_FACE_MINOR);
}

function within(value: bigint, most: bigint): bigint | "tooLarge" {
  return value > most ? "tooLarge" : value;
}

function attempt<T>(read: () => T): T | "malformed" {
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
