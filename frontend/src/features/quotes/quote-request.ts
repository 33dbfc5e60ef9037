import { isHex } from "viem";
import { attempt } from "../../app/forms/read-fields.ts";
import { dayFromIso } from "../../domain/day-count.ts";
import { parseRate } from "../../domain/rate.ts";

/** What a holder asks a bank for. Nothing of it binds anybody: it fills the bank's form. */
export interface QuoteRequest {
  /** 32 bytes in hex. */
  slice: string;
  /** Highest yearly rate in per cent, as typed; null: the bank's to say. */
  most: string | null;
  /** Last day on which the holder wants to be able to take the quote, as YYYY-MM-DD. */
  until: string | null;
}

/** As typed. */
export interface RequestDraft {
  most: string;
  until: string;
}

export type RequestProblems = Partial<Record<keyof RequestDraft, "malformed" | "takesAll" | "past" | "notBeforeDue">>;

const MARK = "tallystick.quoteRequest.v1";
/** A whole in parts per million: no one is asked to sell for nothing. */
const WHOLE_PPM = 1_000_000n;

/** @returns the wish, with null for what was left empty, or what is wrong with it. */
export function readWish(
  { most, until }: RequestDraft,
  { today, dueDay }: { today: number; dueDay: number },
): Omit<QuoteRequest, "slice"> | { problems: RequestProblems } {
  const problems: RequestProblems = {};
  const rate = most.trim() === "" ? null : attempt(() => parseRate(most));
  if (rate === "malformed") problems.most = rate;
  else if (rate !== null && rate >= WHOLE_PPM) problems.most = "takesAll";
  const day = until === "" ? null : attempt(() => dayFromIso(until));
  if (day === "malformed") problems.until = day;
  else if (day !== null && day < today) problems.until = "past";
  else if (day !== null && day >= dueDay) problems.until = "notBeforeDue";
  if (Object.keys(problems).length > 0) return { problems };
  return { most: most.trim() || null, until: until || null };
}

/** The address that opens the bank's form with the slice and the wish in it. */
export function requestPath({ slice, most, until }: QuoteRequest): string {
  const wish = [...(most === null ? [] : [["most", most]]), ...(until === null ? [] : [["until", until]])];
  return `/quotes?${new URLSearchParams([["slice", slice], ...wish])}`;
}

/** The request's file. */
export function writeRequest(request: QuoteRequest, chainId: number): string {
  return JSON.stringify({ kind: MARK, chainId, ...request }, null, 2);
}

/** From a file that somebody sent. */
export function readRequest(text: string, chainId: number): QuoteRequest | { problem: "unreadable" | "otherNetwork" } {
  const parsed = parseJson(text);
  if (parsed?.kind !== MARK) return { problem: "unreadable" };
  if (parsed.chainId !== chainId) return { problem: "otherNetwork" };
  return requestOf(parsed) ?? { problem: "unreadable" };
}

/** From an address or a file. What of the wish can't be read is left out: the bank sees the slice all the same. */
export function requestOf({ slice, most, until }: Record<string, unknown>): QuoteRequest | null {
  if (typeof slice !== "string" || !isHex(slice) || slice.length !== 66) return null;
  const rate = typeof most === "number" || typeof most === "string" ? String(most) : "";
  const day = typeof until === "string" ? until : "";
  const isRate = rate !== "" && isBelowWhole(attempt(() => parseRate(rate)));
  const isDay = day !== "" && attempt(() => dayFromIso(day)) !== "malformed";
  return { slice: slice.toLowerCase(), most: isRate ? rate : null, until: isDay ? day : null };
}

function isBelowWhole(rate: bigint | "malformed"): boolean {
  return rate !== "malformed" && rate < WHOLE_PPM;
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
