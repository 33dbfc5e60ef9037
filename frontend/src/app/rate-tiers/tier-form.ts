import type { DayBase } from "../../domain/day-count.ts";
import { PPM } from "../../domain/money.ts";
import { parseRate } from "../../domain/rate.ts";
import type { RateTier } from "../../domain/standing-offer.ts";
import type { Take } from "../forms/read-fields.ts";

/** Bounds of both desks' fields: 24 bits of rate, 16 of days. */
const MAX_RATE_PPM = 16_777_215n;
const MAX_DAYS = 65_535;
export const MOST_TIERS = 12;

/** As typed. */
export interface TierDraft {
  longestDays: string;
  rate: string;
}

export type TierField = `longestDays/${number}` | `rate/${number}`;
export type TierProblem = "malformed" | "tooLarge" | "notPositive" | "notAscending" | "takesAll";

/** The desks take only ascending days, and no rate that would take all of a face. */
export function readTiers(drafts: readonly TierDraft[], base: DayBase, take: Take<TierField, TierProblem>): RateTier[] {
  let before = 0;
  return drafts.flatMap(({ longestDays, rate }, index) => {
    const days = take(`longestDays/${index}`, longestDays, (text) => readDays(text, before));
    before = days ?? before;
    const ratePpm = take(`rate/${index}`, rate, (text) => readRate(text, days ?? 0, base));
    return days === null || ratePpm === null ? [] : [{ longestDays: days, ratePpm: Number(ratePpm) }];
  });
}

function readDays(text: string, before: number): number | TierProblem {
  if (!/^\d{1,9}$/.test(text.trim())) return "malformed";
  const days = Number(text);
  if (days > MAX_DAYS) return "tooLarge";
  if (days === 0) return "notPositive";
  return days > before ? days : "notAscending";
}

function readRate(text: string, days: number, base: DayBase): bigint | TierProblem {
  const ratePpm = parseRate(text);
  if (ratePpm > MAX_RATE_PPM) return "tooLarge";
  return ratePpm * BigInt(days) < BigInt(base) * PPM ? ratePpm : "takesAll";
}
