import { DomainError } from "./domain-error.ts";
import { PPM } from "./money.ts";

/**
 * The most that a pledge secures: `floor(face · (1 − haircut))`.
 * @param haircutPpm 0 (all of the face) to 1 000 000 (nothing).
 * @throws DomainError `HaircutOutOfRange` | `AmountNegative`
 */
export function maxLoan(faceMinor: bigint, haircutPpm: bigint): bigint {
  if (faceMinor < 0n) throw new DomainError("AmountNegative", { text: faceMinor.toString() });
  if (haircutPpm < 0n || haircutPpm > PPM) {
    throw new DomainError("HaircutOutOfRange", { haircutPpm: haircutPpm.toString() });
  }
  return (faceMinor * (PPM - haircutPpm)) / PPM;
}
