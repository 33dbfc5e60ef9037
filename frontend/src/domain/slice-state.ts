const RESERVED = 1;
const FROZEN = 2;
const RETIRED = 4;
/** The flags above hold the index of the desk that has locked the slice. */
const LOCK_SHIFT = 3;

export interface StatefulSlice {
  flags: number;
}

export interface StatefulReceivable {
  status: string;
  held: boolean;
  /** Last second of the hold. */
  heldUntil: bigint | null;
  dueDay: number;
}

/** A hold that has run out is none, although nobody has ended it. */
export function isHeld(
  { held, heldUntil }: Pick<StatefulReceivable, "held" | "heldUntil">,
  timestamp: bigint,
): boolean {
  return held && (heldUntil === null || timestamp <= heldUntil);
}

/** A legal order is on these cents. */
export function isFrozen({ flags }: StatefulSlice): boolean {
  return (flags & FROZEN) !== 0;
}

/** It was paid before its due day. */
export function isRetired({ flags }: StatefulSlice): boolean {
  return (flags & RETIRED) !== 0;
}

/** It secures a loan. */
export function isLocked({ flags }: StatefulSlice): boolean {
  return flags >> LOCK_SHIFT !== 0;
}

/** What can be done with a slice now: only a free one can be used. */
export type SliceState =
  | "free"
  | "offered"
  | "offerLapsed"
  | "frozen"
  | "retired"
  | "locked"
  | "held"
  | "due"
  | "settled";

/** @param offerUntil Last second of the offer it is reserved with. */
export function sliceState(
  slice: StatefulSlice,
  receivable: StatefulReceivable,
  offerUntil: bigint | null,
  now: { timestamp: bigint; today: number },
): SliceState {
  const { flags } = slice;
  if (receivable.status !== "confirmed") return "settled";
  if (isFrozen(slice)) return "frozen";
  if (isHeld(receivable, now.timestamp)) return "held";
  if (isRetired(slice)) return "retired";
  const isDue = now.today >= receivable.dueDay;
  if ((flags & RESERVED) !== 0) {
    return isDue || (offerUntil !== null && now.timestamp > offerUntil) ? "offerLapsed" : "offered";
  }
  if (flags !== 0) return "locked";
  return isDue ? "due" : "free";
}
