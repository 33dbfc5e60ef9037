import { attempt } from "../../app/forms/read-fields.ts";
import { type DayBase, type DayCount, dayFromIso, endOfDay } from "../../domain/day-count.ts";
import { debtOn } from "../../domain/loan-debt.ts";
import { maxLoan } from "../../domain/max-loan.ts";
import { PPM, parseMinor } from "../../domain/money.ts";
import { parseRate } from "../../domain/rate.ts";

/** Bounds of the desk's fields: 24 bits of rate, 8 of days of grace. */
const MAX_RATE_PPM = 16_777_215n;
const MAX_GRACE = 255;

/** As typed. */
export interface LoanDraft {
  /** Per cent of the face that is not lent. */
  haircut: string;
  /** Empty: the most that the haircut allows. */
  principal: string;
  /** Per cent a year. */
  rate: string;
  /** Days as YYYY-MM-DD. */
  repayBy: string;
  lastDay: string;
  graceDays: string;
  limited: boolean;
}

export interface LoanContext {
  face: bigint;
  dueDay: number;
  /** Days after the due day on which the obligor may still pay without a penalty. */
  policyGraceDays: number;
  minorDigits: number;
  dayCount: DayCount;
  dayBase: DayBase;
  today: number;
  utcOffsetHours: number;
}

export interface LoanTerms {
  principal: bigint;
  haircutPpm: bigint;
  ratePpm: bigint;
  repayBy: bigint;
  graceDays: bigint;
  expiresAt: bigint;
}

export type LoanField = Exclude<keyof LoanDraft, "limited">;
type LoanProblem =
  | "missing"
  | "malformed"
  | "notPositive"
  | "wholeFace"
  | "aboveMost"
  | "tooLarge"
  | "past"
  | "notAfterToday"
  | "afterGrace"
  | "notBeforeDue"
  | "notBeforeRepay";
type LoanProblems = Partial<Record<LoanField, LoanProblem>>;

/** @returns the terms, or what is wrong with each field. */
export function readLoanOffer(draft: LoanDraft, context: LoanContext): LoanTerms | { problems: LoanProblems } {
  const problems: LoanProblems = {};
  const take = (field: LoanField, text: string, read: (text: string) => bigint | LoanProblem): bigint => {
    const value = text.trim() === "" ? "missing" : attempt(() => read(text.trim()));
    if (typeof value === "bigint") return value;
    problems[field] = value;
    return 0n;
  };
  const haircutPpm = take("haircut", draft.haircut, readHaircut);
  const most = maxLoan(context.face, haircutPpm);
  const typed = draft.principal.trim() === "" ? null : draft.principal;
  const principal =
    typed === null ? most : take("principal", typed, (text) => readPrincipal(text, context.minorDigits, most));
  const ratePpm = take("rate", draft.rate, (text) => within(parseRate(text), MAX_RATE_PPM));
  const repayBy = take("repayBy", draft.repayBy, (text) => readRepayBy(text, context));
  const lastDay = take("lastDay", draft.lastDay, (text) => readLastDay(text, context, repayBy));
  const graceDays = take("graceDays", draft.graceDays, readGrace);
  if (Object.keys(problems).length > 0) return { problems };
  const expiresAt = endOfDay(Number(lastDay), context.utcOffsetHours);
  return { principal, haircutPpm, ratePpm, repayBy, graceDays, expiresAt };
}

interface Reckoned {
  principal: bigint;
  ratePpm: bigint;
  repayBy: bigint;
}

/** The interest of a loan taken on a day and repaid on the last one; nothing if that day is not after it. */
export function interestByThen(
  { principal, ratePpm, repayBy }: Reckoned,
  { today, dayCount, dayBase }: Pick<LoanContext, "today" | "dayCount" | "dayBase">,
): bigint {
  const loan = { principal, ratePpm: Number(ratePpm), dayCount, dayBase, since: today, accrued: 0n, interestPaid: 0n };
  return Number(repayBy) > today ? debtOn(loan, Number(repayBy)).interest : 0n;
}

/** The last day by which a loan may have to be repaid: the obligor's money is there then, or late. */
export function latestRepayBy({ dueDay, policyGraceDays }: Pick<LoanContext, "dueDay" | "policyGraceDays">): number {
  return dueDay + policyGraceDays;
}

function readHaircut(text: string): bigint | LoanProblem {
  const haircut = parseRate(text);
  return haircut < PPM ? haircut : "wholeFace";
}

function readPrincipal(text: string, digits: number, most: bigint): bigint | LoanProblem {
  const principal = parseMinor(text, digits);
  if (principal === 0n) return "notPositive";
  return principal > most ? "aboveMost" : principal;
}

function readRepayBy(iso: string, context: LoanContext): bigint | LoanProblem {
  const day = dayFromIso(iso);
  if (day <= context.today) return "notAfterToday";
  return day > latestRepayBy(context) ? "afterGrace" : BigInt(day);
}

/** @param repayBy 0 while it is not known. */
function readLastDay(iso: string, { today, dueDay }: LoanContext, repayBy: bigint): bigint | LoanProblem {
  const day = dayFromIso(iso);
  if (day < today) return "past";
  if (day >= dueDay) return "notBeforeDue";
  return repayBy !== 0n && BigInt(day) >= repayBy ? "notBeforeRepay" : BigInt(day);
}

function readGrace(text: string): bigint | LoanProblem {
  if (!/^\d{1,9}$/.test(text)) return "malformed";
  return within(BigInt(text), BigInt(MAX_GRACE));
}

function within(value: bigint, most: bigint): bigint | "tooLarge" {
  return value > most ? "tooLarge" : value;
}
