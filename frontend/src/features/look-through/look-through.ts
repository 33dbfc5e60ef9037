import type { HolderMark } from "../../ui/holderMarks.ts";

export interface Range {
  start: bigint;
  end: bigint;
}

/** What the picture, the tree and the way of a range share. */
export interface LookThrough {
  face: bigint;
  currency: number;
  /** Of the policy: the zone in which times are told. */
  utcOffsetHours: number;
  marks: ReadonlyMap<string, HolderMark>;
  /** What a redeemed slice was paid, with penalty; null when it was not. */
  paidFor: (sliceId: string) => bigint | null;
  chosen: Range | null;
  choose: (range: Range | null) => void;
}
