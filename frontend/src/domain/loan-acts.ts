import { type Debt, lastDayToRepay } from "./loan-debt.ts";
import { isFrozen, isLocked } from "./slice-state.ts";

/** What can be done about a loan now. */
export type LoanAct = "repay" | "release" | "collect" | "foreclose" | "paySurplus";

export interface Part {
  id: string;
  status: string;
  start: bigint;
  end: bigint;
  flags: number;
}

interface LoanRange {
  start: bigint;
  end: bigint;
  receivableId: string;
}

/** Slices among a loan's cents. One that begins within them ends within them: they were locked as one. @param slices Of all receivables. */
export function partsOf<Slice extends Part & { receivableId: string }>(
  loan: LoanRange,
  slices: readonly Slice[],
): Slice[] {
  return slices.filter(
    ({ receivableId, start }) => receivableId === loan.receivableId && start >= loan.start && start < loan.end,
  );
}

/** Those that still secure it. */
export function lockedParts<Slice extends Part>(parts: readonly Slice[]): Slice[] {
  return parts.filter((part) => part.status === "live" && isLocked(part));
}

interface LoanState {
  debt: Debt;
  repayBy: number;
  graceDays: number;
  today: number;
  parts: readonly Part[];
  /** Paid by the obligor for these cents and waiting to be collected, in minor units. */
  waiting: bigint;
  /** What the lender owes holders of slices it has taken. */
  surplus: bigint;
  /** The obligor has paid the whole receivable: its slices are worth their money, and nobody can take them. */
  paidInFull: boolean;
  isLender: boolean;
}

/** In the order of their worth. Anyone may repay, release and collect; the lender alone forecloses. */
export function loanActs(state: LoanState): LoanAct[] {
  const owed = state.debt.principal + state.debt.interest;
  const locked = lockedParts(state.parts);
  const acts: LoanAct[] = [];
  if (state.waiting > 0n) acts.push("collect");
  if (owed > 0n) acts.push("repay");
  if (owed === 0n && locked.length > 0) acts.push("release");
  const isDefault = owed > 0n && state.today > lastDayToRepay(state) && !state.paidInFull;
  if (state.isLender && isDefault && locked.some((part) => !isFrozen(part))) acts.push("foreclose");
  if (state.isLender && state.surplus > 0n) acts.push("paySurplus");
  return acts;
}

/**
 * Slices that the lender takes, the first cent first, until they are worth the debt: naming more is refused.
 * @param owed Minor units.
 * @param paidOf What of a slice's face the obligor has paid.
 */
export function partsToTake<Slice extends Part>(
  parts: readonly Slice[],
  owed: bigint,
  paidOf: (part: Slice) => bigint,
): { taken: Slice[]; worth: bigint } {
  const taken: Slice[] = [];
  let worth = 0n;
  for (const part of lockedParts(parts).filter((each) => !isFrozen(each))) {
    if (worth >= owed) break;
    taken.push(part);
    worth += part.end - part.start - paidOf(part);
  }
  return { taken, worth };
}
