import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";
import { MOST_PARTS } from "../../domain/paying/payment.ts";

export interface CutRules {
  smallest: bigint;
  digits: number;
}

export type AmountProblem = "amountMissing" | "amountMalformed" | "amountTooPrecise" | "amountTooSmall";

export type CutProblem = "noParts" | "tooManyParts" | "exceedsSlice" | "headTooSmall";

export interface PlannedAmount {
  amount: bigint | null;
  problem: AmountProblem | null;
}

export interface CutPlan {
  lines: PlannedAmount[];
  /** What the amounts that can be read add up to. */
  total: bigint;
  /** What stays in the slice; negative when more is cut off than there is. */
  head: bigint;
  problems: CutProblem[];
}

/** Reads amounts to be cut off a slice, as typed, against the rules that the ledger will apply. */
export function planCut(face: bigint, rules: CutRules, amounts: readonly string[]): CutPlan {
  const lines = amounts.map((text) => readAmount(text, rules));
  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  const head = face - total;
  const problems: CutProblem[] = [];
  if (lines.length === 0) problems.push("noParts");
  if (lines.length > MOST_PARTS) problems.push("tooManyParts");
  if (head < 0n) problems.push("exceedsSlice");
  else if (head < rules.smallest) problems.push("headTooSmall");
  return { lines, total, head, problems };
}

export function isSoundCut({ lines, problems }: CutPlan): boolean {
  return problems.length === 0 && lines.every(({ problem }) => problem === null);
}

function readAmount(text: string, rules: CutRules): PlannedAmount {
  if (text.trim() === "") return { amount: null, problem: "amountMissing" };
  try {
    const amount = parseMinor(text.trim(), rules.digits);
    return { amount, problem: amount < rules.smallest ? "amountTooSmall" : null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { amount: null, problem: error.code === "AmountTooPrecise" ? "amountTooPrecise" : "amountMalformed" };
  }
}
