const RESERVED = 1;
const FROZEN = 2;
const RETIRED = 4;

export interface StatefulSlice {
  flags: number;
}

export interface StatefulReceivable {
  status: string;
  held: boolean;
  dueDay: number;
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
  { flags }: StatefulSlice,
  receivable: StatefulReceivable,
  offerUntil: bigint | null,
  now: { timestamp: bigint; today: number },
): SliceState {
  if (receivable.status !== "confirmed") return "settled";
  if ((flags & FROZEN) !== 0) return "frozen";
  if (receivable.held) return "held";
  if ((flags & RETIRED) !== 0) return "retired";
  const isDue = now.today >= receivable.dueDay;
  if ((flags & RESERVED) !== 0) {
    return isDue || (offerUntil !== null && now.timestamp > offerUntil) ? "offerLapsed" : "offered";
  }
  if (flags !== 0) return "locked";
  return isDue ? "due" : "free";
}
