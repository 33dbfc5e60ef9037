import type { Payee } from "../../app/holdings/payees.ts";
import { type AmountProblem, type CutProblem, type CutRules, type PlannedAmount, planCut } from "./cut-plan.ts";

export interface SliceToSplit {
  holder: string;
  face: bigint;
  hops: number;
}

export interface SplitRules extends CutRules {
  maxHops: number;
}

/** A line of the split editor, as typed. */
export interface PartLine {
  to: string;
  amount: string;
}

type PayeeProblem = "payeeMissing" | "payeeUnknown" | "payeeMayNotReceive" | "toSelf";

export type LineProblem = PayeeProblem | AmountProblem;

export type PlanProblem = CutProblem | "tooManyHops";

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

/** Reads the editor's lines against the rules that the ledger will apply. */
export function planSplit(
  slice: SliceToSplit,
  rules: SplitRules,
  lines: readonly PartLine[],
  payees: readonly Payee[],
): SplitPlan {
  const { total, head, ...cut } = planCut(
    slice.face,
    rules,
    lines.map(({ amount }) => amount),
  );
  const planned = cut.lines.map((amount, index) => planLine(slice, lines[index]?.to ?? "", amount, payees));
  const isWhole = lines.length === 1 && head === 0n;
  const problems: PlanProblem[] = cut.problems.filter((problem) => !(isWhole && problem === "headTooSmall"));
  if (slice.hops >= rules.maxHops) problems.unshift("tooManyHops");
  const needsAcceptance = planned.some(({ payee }) => payee !== null && !payee.standingConsent);
  return { lines: planned, total, head, isWhole, needsAcceptance, problems };
}

export function isSound({ lines, problems }: SplitPlan): boolean {
  return problems.length === 0 && lines.every((line) => line.problems.length === 0);
}

function planLine(
  slice: SliceToSplit,
  to: string,
  { amount, problem }: PlannedAmount,
  payees: readonly Payee[],
): PlannedLine {
  const payee = payees.find(({ account }) => isSame(account, to)) ?? null;
  const problems = [payeeProblem(slice, to, payee), problem].filter((each) => each !== null);
  return { payee, amount, problems };
}

function payeeProblem(slice: SliceToSplit, to: string, payee: Payee | null): PayeeProblem | null {
  if (to === "") return "payeeMissing";
  if (isSame(to, slice.holder)) return "toSelf";
  if (!payee) return "payeeUnknown";
  return payee.mayReceive ? null : "payeeMayNotReceive";
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
