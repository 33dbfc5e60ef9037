import { getAddress } from "viem";
import { attempt, type Take, takeInto } from "../../app/forms/read-fields.ts";
import { readTiers, type TierDraft, type TierField, type TierProblem } from "../../app/rate-tiers/tier-form.ts";
import type { OfferTerms } from "../../app/transaction/offerTerms.ts";
import { type DayBase, type DayCount, dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { MAX_FACE_MINOR, parseMinor } from "../../domain/money.ts";

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

export interface NewOffer {
  terms: OfferTerms;
  limit: bigint;
}

export type OfferField =
  | `obligor/${number}`
  | TierField
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
  | TierProblem;
type OfferProblems = Partial<Record<OfferField, OfferProblem>>;

interface OfferContext {
  minorDigits: number;
  dayCount: DayCount;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

/** @returns the offer to post, or what is wrong with each field. It begins at once and counts days as its currency does. */
export function readOffer(draft: OfferDraft, context: OfferContext): NewOffer | { problems: OfferProblems } {
  const problems: OfferProblems = {};
  const take = takeInto<OfferField, OfferProblem>(problems);
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

function readObligors(drafts: readonly string[], take: Take<OfferField, OfferProblem>) {
  return drafts.flatMap((draft, index) => {
    const isTwice = drafts.indexOf(draft) < index;
    const account = take(`obligor/${index}`, draft, (text) => (isTwice ? "twice" : { address: getAddress(text) }));
    return account === null ? [] : [account.address];
  });
}

/** A new limit for an offer. */
export function readRaisedLimit(
  text: string,
  minorDigits: number,
  limit: bigint,
): { amount: bigint } | { problem: "missing" | "malformed" | "tooLarge" | "notPositive" | "notRaised" } {
  if (text.trim() === "") return { problem: "missing" };
  const raised = attempt(() => positive(text, minorDigits));
  if (raised === "malformed" || raised === "tooLarge" || raised === "notPositive") return { problem: raised };
  return typeof raised === "bigint" && raised > limit ? { amount: raised } : { problem: "notRaised" };
}

function readExpiry(iso: string, { today, utcOffsetHours }: OfferContext): bigint | OfferProblem {
  const day = dayFromIso(iso);
  return day < today ? "past" : endOfDay(day, utcOffsetHours);
}

function positive(text: string, digits: number) {
  const minor = parseMinor(text.trim(), digits);
  if (minor === 0n) return "notPositive";
  return minor > MAX_FACE_MINOR ? "tooLarge" : minor;
}
