import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";

/** Most payees the ledger serves in one transaction. */
export const MOST_PARTS = 100;

export interface SliceToSplit {
  holder: string;
  face: bigint;
  hops: number;
}

export interface SplitRules {
  smallest: bigint;
  maxHops: number;
  digits: number;
}

/** A line of the split editor, as typed. */
export interface PartLine {
  to: string;
  amount: string;
}

export interface Payee {
  account: string;
  standingConsent: boolean;
  mayReceive: boolean;
}

export type LineProblem =
  | "payeeMissing"
  | "payeeUnknown"
  | "payeeMayNotReceive"
  | "toSelf"
  | "amountMissing"
  | "amountMalformed"
  | "amountTooPrecise"
  | "amountTooSmall";

type PlanProblem = "noParts" | "tooManyParts" | "tooManyHops" | "exceedsSlice" | "headTooSmall";

export interface PlannedLine {
  payee: Payee | null;
  amount: bigint | null;
  problems: LineProblem[];
}

export interface SplitPlan {
  lines: PlannedLine[];
  /** What the amounts that can be read add up to. */
  total: bigint;
  /** What stays with the holder; negative when more is given than there is. */
  head: bigint;
  /** The whole slice goes to one payee: nothing is cut. */
  isWhole: boolean;
  /** Somebody has to accept, so the offer needs an end. */
  needsAcceptance: boolean;
  problems: PlanProblem[];
}

/** max(policy minimum, ceil(face of the receivable / most slices)), as the ledger reckons it. */
export function smallestSlice(receivableFace: bigint, minSlice: bigint, maxSlices: number): bigint {
  const share = (receivableFace + BigInt(maxSlices) - 1n) / BigInt(maxSlices);
  return share > minSlice ? share : minSlice;
}

/** Reads the editor's lines against the rules that the ledger will apply. */
export function planSplit(
  slice: SliceToSplit,
  rules: SplitRules,
  lines: readonly PartLine[],
  payees: readonly Payee[],
): SplitPlan {
  const planned = lines.map((line) => planLine(slice, rules, line, payees));
  const total = planned.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  const head = slice.face - total;
  const isWhole = lines.length === 1 && head === 0n;
  const problems: PlanProblem[] = [];
  if (lines.length === 0) problems.push("noParts");
  if (lines.length > MOST_PARTS) problems.push("tooManyParts");
  if (slice.hops >= rules.maxHops) problems.push("tooManyHops");
  if (head < 0n) problems.push("exceedsSlice");
  else if (head < rules.smallest && !isWhole) problems.push("headTooSmall");
  const needsAcceptance = planned.some(({ payee }) => payee !== null && !payee.standingConsent);
  return { lines: planned, total, head, isWhole, needsAcceptance, problems };
}

export function isSound({ lines, problems }: SplitPlan): boolean {
  return problems.length === 0 && lines.every((line) => line.problems.length === 0);
}

function planLine(slice: SliceToSplit, rules: SplitRules, line: PartLine, payees: readonly Payee[]): PlannedLine {
  const payee = payees.find(({ account }) => isSame(account, line.to)) ?? null;
  const { amount, problem } = readAmount(line.amount, rules);
  const problems = [payeeProblem(slice, line.to, payee), problem].filter((each) => each !== null);
  return { payee, amount, problems };
}

function payeeProblem(slice: SliceToSplit, to: string, payee: Payee | null): LineProblem | null {
  if (to === "") return "payeeMissing";
  if (isSame(to, slice.holder)) return "toSelf";
  if (!payee) return "payeeUnknown";
  return payee.mayReceive ? null : "payeeMayNotReceive";
}

function readAmount(text: string, rules: SplitRules): { amount: bigint | null; problem: LineProblem | null } {
  if (text.trim() === "") return { amount: null, problem: "amountMissing" };
  try {
    const amount = parseMinor(text.trim(), rules.digits);
    return { amount, problem: amount < rules.smallest ? "amountTooSmall" : null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { amount: null, problem: error.code === "AmountTooPrecise" ? "amountTooPrecise" : "amountMalformed" };
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
