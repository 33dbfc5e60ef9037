import { DomainError } from "./domain-error.ts";

export interface RecourseTerms {
  faceMinor: bigint;
  /** Of the face. */
  recoveredMinor: bigint;
  penaltyMinor: bigint;
}

/**
 * What a bank may claim from whoever sold to it with recourse: `face − recovered + penalty`.
 * @throws DomainError `RecoveredExceedsFace` | `AmountNegative`
 */
export function recourseClaim({ faceMinor, recoveredMinor, penaltyMinor }: RecourseTerms): bigint {
  for (const minor of [faceMinor, recoveredMinor, penaltyMinor]) {
    if (minor < 0n) throw new DomainError("AmountNegative", { text: minor.toString() });
  }
  if (recoveredMinor > faceMinor) {
    throw new DomainError("RecoveredExceedsFace", {
      faceMinor: faceMinor.toString(),
      recoveredMinor: recoveredMinor.toString(),
    });
  }
  return faceMinor - recoveredMinor + penaltyMinor;
}

/** Whether a bank may claim for slices of a receivable. */
export function isClaimable({ status, paidInFull }: { status: string; paidInFull: boolean }): boolean {
  return (status === "defaulted" || status === "writtenOff") && !paidInFull;
}
