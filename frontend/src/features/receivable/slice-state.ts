const RESERVED = 1;
const FROZEN = 2;
const RETIRED = 4;
const LOCKED = 0xf8;

type SliceState = "free" | "offered" | "frozen" | "retired" | "locked";

/** What a slice's flags say; the first that matters. */
export function sliceState(flags: number): SliceState {
  if ((flags & FROZEN) !== 0) return "frozen";
  if ((flags & LOCKED) !== 0) return "locked";
  if ((flags & RETIRED) !== 0) return "retired";
  return (flags & RESERVED) === 0 ? "free" : "offered";
}
