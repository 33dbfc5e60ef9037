import type { DayBase } from "./day-count.ts";
import { wholeDays } from "./interest.ts";
import { PPM, roundHalfUpDiv } from "./money.ts";

interface Sale {
  faceMinor: bigint;
  /** Paid for it: 0 to the face. */
  netMinor: bigint;
  /** From the sale to the due day. */
  days: number;
  base: DayBase;
}

interface ImpliedRates {
  /** Discount on the face as a yearly rate, in parts per million. */
  ratePpm: bigint;
  /** Discount on the cash received as a yearly rate; null when there is no cash. */
  yearlyCostPpm: bigint | null;
}

/** The rates that a price in cash comes to: `D·B·10^6 / (F·d)` and `D·B·10^6 / (net·d)`, rounded half up; null without a day to run. */
export function impliedRates({ faceMinor, netMinor, days, base }: Sale): ImpliedRates | null {
  const run = wholeDays(days);
  if (run === 0n || faceMinor === 0n) return null;
  const taken = (faceMinor - netMinor) * BigInt(base) * PPM;
  return {
    ratePpm: roundHalfUpDiv(taken, faceMinor * run),
    yearlyCostPpm: netMinor === 0n ? null : roundHalfUpDiv(taken, netMinor * run),
  };
}
