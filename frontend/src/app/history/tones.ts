import type { ReceivableState } from "../../domain/receivable-state.ts";
import type { SliceState } from "../../domain/slice-state.ts";
import type { Tone } from "../../ui/tone.ts";

/** One state has one colour on every screen. */
export const RECEIVABLE_TONES: Readonly<Record<ReceivableState, Tone>> = {
  registered: "warning",
  refused: "neutral",
  cancelled: "neutral",
  confirmed: "accent",
  settled: "positive",
  writtenOff: "danger",
  defaulted: "danger",
  lapsed: "neutral",
  due: "warning",
  overdue: "danger",
  payingOut: "accent",
};

export const SLICE_TONES: Readonly<Record<SliceState, Tone>> = {
  free: "positive",
  offered: "accent",
  offerLapsed: "warning",
  frozen: "danger",
  held: "danger",
  retired: "neutral",
  locked: "neutral",
  due: "warning",
  settled: "neutral",
};
