import type { DayBase } from "./day-count.ts";
import { DomainError } from "./domain-error.ts";
import { interest, wholeDays } from "./interest.ts";
import { PPM, roundHalfUpDiv } from "./money.ts";

export interface DiscountTerms {
  faceMinor: bigint;
  /** Yearly rate in parts per million: 3.85 % = 38 500. */
  ratePpm: bigint;
  /** From the value date to the due day. */
  days: number;
  base: DayBase;
}

export interface Discount {
  discountMinor: bigint;
  netMinor: bigint;
}

/**
 * Bank discount: `D = roundHalfUp(F·r·d / (B·10^6))`, `net = F − D`.
 * @throws DomainError `DiscountExceedsFace` | `DayCountInvalid` | `AmountNegative`
 */
export function discount({ faceMinor, ratePpm, days, base }: DiscountTerms): Discount {
  const discountMinor = interest({ amountMinor: faceMinor, ratePpm, days, base });
  if (discountMinor > faceMinor) {
    throw new DomainError("DiscountExceedsFace", {
      discountMinor: discountMinor.toString(),
      faceMinor: faceMinor.toString(),
    });
  }
  return { discountMinor, netMinor: faceMinor - discountMinor };
}

/**
 * What a discount costs its seller in a year, on the cash it gets: `y = r / (1 − r·d/(B·10^6))`.
 * @returns parts per million, or null when the discount takes the whole face and no cash is left to bear a cost.
 */
export function yieldPpm({ ratePpm, days, base }: Omit<DiscountTerms, "faceMinor">): bigint | null {
  const whole = BigInt(base) * PPM;
  const left = whole - ratePpm * wholeDays(days);
  return left > 0n ? roundHalfUpDiv(ratePpm * whole, left) : null;
}
