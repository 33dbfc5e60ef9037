import type { DiscountTerms } from "./discount.ts";
import { DomainError } from "./domain-error.ts";
import { wholeDays } from "./interest.ts";
import { MAX_FACE_MINOR, PPM } from "./money.ts";

export interface NetTerms extends Omit<DiscountTerms, "faceMinor"> {
  /** The cash wanted. */
  askedMinor: bigint;
}

/**
 * The smallest face whose net is at least what is asked, to the cent: what to sell for a wanted amount of cash. Zero for zero.
 * With k = r·d and m = B·10^6 it is `floor((m·asked + m/2 − k) / (m − k))`, exactly; Money.sol derives it.
 * @throws DomainError `RateLeavesNothing` | `FaceTooLarge` | `DayCountInvalid` | `AmountNegative`
 */
export function faceForNet({ askedMinor, ratePpm, days, base }: NetTerms): bigint {
  if (askedMinor < 0n) throw new DomainError("AmountNegative", { text: askedMinor.toString() });
  if (ratePpm < 0n) throw new DomainError("AmountNegative", { text: ratePpm.toString() });
  const whole = BigInt(base) * PPM;
  const taken = ratePpm * wholeDays(days);
  if (taken >= whole) {
    throw new DomainError("RateLeavesNothing", { ratePpm: ratePpm.toString(), days, base });
  }
  if (askedMinor === 0n) return 0n;
  const faceMinor = (whole * askedMinor + whole / 2n - taken) / (whole - taken);
  if (faceMinor > MAX_FACE_MINOR) {
    throw new DomainError("FaceTooLarge", { faceMinor: faceMinor.toString(), mostMinor: MAX_FACE_MINOR.toString() });
  }
  return faceMinor;
}
