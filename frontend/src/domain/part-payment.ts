import { penalty as penaltyOf } from "./penalty.ts";
import { entitlement } from "./telescoping.ts";

/** Cumulative sums paid on a receivable of which a slice has had its shares; contracts/interfaces/IDeskActs.sol. */
export interface PaidMark {
  face: bigint;
  penalty: bigint;
}

/** What was paid for a receivable from its due day on; contracts/interfaces/ISettlementDesk.sol. */
export interface Collection {
  paid: bigint;
  penalty: bigint;
  held: bigint;
  /** Penalty of the periods that have ended. */
  accrued: bigint;
  /** Day on which the period under way began; 0: the due day. */
  since: number;
  parts: number;
}

export interface Due {
  face: bigint;
  penalty: bigint;
  daysLate: number;
}

interface PenaltyRules {
  graceDays: number;
  penaltyPpmPerDay: number;
}

interface Range {
  start: bigint;
  end: bigint;
}

/** What is owed on `today`: the desk's `dueOf`. */
export function dueOn(
  { face, dueDay }: { face: bigint; dueDay: number },
  { paid, penalty, accrued, since }: Pick<Collection, "paid" | "penalty" | "accrued" | "since">,
  { graceDays, penaltyPpmPerDay }: PenaltyRules,
  today: number,
): Due {
  const left = face - paid;
  const daysLate = Math.max(0, today - dueDay);
  if (daysLate <= graceDays || left === 0n) return { face: left, penalty: 0n, daysLate };
  const days = today - (since === 0 ? dueDay : since);
  const total = accrued + penaltyOf(left, BigInt(penaltyPpmPerDay), days);
  return { face: left, penalty: total - penalty, daysLate };
}

/**
 * What the cents have to get of what was paid in part, and the mark that says so: the desk's `_part`.
 * A share of single cents is not monotone in the sum paid; who has had more keeps it. See docs/architecture.md, "Settlement".
 */
export function partShare(
  face: bigint,
  { paid, penalty, held }: Pick<Collection, "paid" | "penalty" | "held">,
  range: Range,
  mark: PaidMark,
): { mark: PaidMark; amount: bigint } {
  const gained = rise(mark.face, paid, held, face, range);
  const more = rise(mark.penalty, certain(penalty, face, range), held - gained.gain, face, range);
  return { mark: { face: gained.mark, penalty: more.mark }, amount: gained.gain + more.gain };
}

/** All that the cents have not had yet once everything is paid: the desk's `_rest`. */
export function restShare(
  face: bigint,
  { penalty, held }: Pick<Collection, "penalty" | "held">,
  range: Range,
  mark: PaidMark,
): bigint {
  const had = shareOf(mark.face, face, range) + shareOf(mark.penalty, face, range);
  const owed = range.end - range.start + shareOf(penalty, face, range) - had;
  if (owed <= 0n) return 0n;
  return owed < held ? owed : held;
}

/** How far a mark rises, and what the cents gain by it: Money.sol. */
export function rise(
  mark: bigint,
  sum: bigint,
  room: bigint,
  face: bigint,
  range: Range,
): { mark: bigint; gain: bigint } {
  const had = shareOf(mark, face, range);
  const reachable = shareOf(sum, face, range) > had + room ? ((had + room) * face) / (range.end - range.start) : sum;
  const gain = shareOf(reachable, face, range) - had;
  return reachable > mark && gain > 0n ? { mark: reachable, gain } : { mark, gain: 0n };
}

/** The largest sum whose share the cents are sure to be owed of every larger sum: Money.sol. */
export function certain(sum: bigint, face: bigint, { start, end }: Range): bigint {
  return (((sum * (end - start)) / face) * face) / (end - start);
}

function shareOf(sum: bigint, face: bigint, { start, end }: Range): bigint {
  return entitlement(sum, face, start, end);
}
