import { DomainError } from "./domain-error.ts";

/**
 * What the slice [start, end) is owed of a cumulative payment: `floor(D·e/F) − floor(D·s/F)`.
 * Over any partition of the face these add up to the payment exactly, so nobody gains a cent by splitting.
 * @throws DomainError `RangeOutsideFace` | `PaidOutsideFace`
 */
export function entitlement(paidMinor: bigint, faceMinor: bigint, start: bigint, end: bigint): bigint {
  if (start < 0n || end <= start || end > faceMinor) {
    throw new DomainError("RangeOutsideFace", {
      start: start.toString(),
      end: end.toString(),
      faceMinor: faceMinor.toString(),
    });
  }
  if (paidMinor < 0n) {
    throw new DomainError("PaidOutsideFace", { paidMinor: paidMinor.toString(), faceMinor: faceMinor.toString() });
  }
  return (paidMinor * end) / faceMinor - (paidMinor * start) / faceMinor;
}
