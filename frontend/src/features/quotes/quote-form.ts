import { attempt } from "../../app/forms/read-fields.ts";
import { type DayBase, type DayCount, dayFromIso, daysBetween, endOfDay } from "../../domain/day-count.ts";
import { discount } from "../../domain/discount.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { impliedRates } from "../../domain/implied-rate.ts";
import { parseMinor } from "../../domain/money.ts";
import { parseRate } from "../../domain/rate.ts";

/** As typed. */
export interface QuoteDraft {
  by: "rate" | "net";
  /** A yearly rate in per cent, or an amount. */
  price: string;
  /** Last day on which it may be taken, as YYYY-MM-DD. */
  lastDay: string;
  recourse: boolean;
  limited: boolean;
}

export interface QuoteContext {
  face: bigint;
  dueDay: number;
  minorDigits: number;
  dayCount: DayCount;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

/** Reckoned for a sale today: the cash stays the same until the quote expires, the rates do not. Amounts in minor units. */
export interface QuotePrice {
  net: bigint;
  discount: bigint;
  days: number;
  ratePpm: bigint;
  /** Null when there is no cash to bear a cost. */
  yearlyCostPpm: bigint | null;
}

export interface ReadQuote extends QuotePrice {
  expiresAt: bigint;
}

type QuoteProblem = "missing" | "malformed" | "notPositive" | "aboveFace" | "takesAll" | "past" | "notBeforeDue";
export type QuoteProblems = Partial<Record<"price" | "lastDay", QuoteProblem>>;

/** @returns the price with the end of the quote, or what is wrong with each field. */
export function readQuote(draft: QuoteDraft, context: QuoteContext): ReadQuote | { problems: QuoteProblems } {
  const price = readPrice(draft, context);
  const expiresAt = readLastDay(draft.lastDay, context);
  if (typeof price !== "string" && typeof expiresAt === "bigint") return { ...price, expiresAt };
  return {
    problems: {
      ...(typeof price === "string" ? { price } : {}),
      ...(typeof expiresAt === "string" ? { lastDay: expiresAt } : {}),
    },
  };
}

/** @returns the price alone, also while the last day is still missing. */
export function readPrice({ by, price }: QuoteDraft, context: QuoteContext): QuotePrice | QuoteProblem {
  if (price.trim() === "") return "missing";
  const net = attempt(() => (by === "net" ? readNet(price, context) : netAtRate(price, context)));
  return typeof net === "string" ? net : priceOf(net, context);
}

/** What a price in cash comes to today. */
export function priceOf(net: bigint, { face, dueDay, dayCount, dayBase, today }: PricedContext): QuotePrice {
  const days = daysBetween(today, dueDay, dayCount);
  const rates = impliedRates({ faceMinor: face, netMinor: net, days, base: dayBase });
  return {
    net,
    discount: face - net,
    days,
    ratePpm: rates?.ratePpm ?? 0n,
    yearlyCostPpm: rates?.yearlyCostPpm ?? null,
  };
}

type PricedContext = Pick<QuoteContext, "face" | "dueDay" | "dayCount" | "dayBase" | "today">;

function readNet(text: string, { minorDigits, face }: QuoteContext): bigint | QuoteProblem {
  const net = parseMinor(text.trim(), minorDigits);
  if (net === 0n) return "notPositive";
  return net > face ? "aboveFace" : net;
}

function netAtRate(text: string, { face, dueDay, dayCount, dayBase, today }: QuoteContext): bigint | QuoteProblem {
  const days = daysBetween(today, dueDay, dayCount);
  try {
    const { netMinor } = discount({ faceMinor: face, ratePpm: parseRate(text), days, base: dayBase });
    return netMinor === 0n ? "takesAll" : netMinor;
  } catch (error) {
    if (error instanceof DomainError && error.code === "DiscountExceedsFace") return "takesAll";
    throw error;
  }
}

function readLastDay(iso: string, { today, dueDay, utcOffsetHours }: QuoteContext): bigint | QuoteProblem {
  if (iso === "") return "missing";
  const day = attempt(() => dayFromIso(iso));
  if (typeof day === "string") return day;
  if (day < today) return "past";
  return day < dueDay ? endOfDay(day, utcOffsetHours) : "notBeforeDue";
}
