import type { Payee } from "../../app/holdings/payees.ts";
import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor, toDecimal } from "../../domain/money.ts";
import type { Want } from "../../domain/paying/payment.ts";

/** A line of the list, as typed or pasted. */
export interface Line {
  key: string;
  /** The payee's account; empty while none is chosen. */
  to: string;
  amount: string;
  /** Pasted, and nobody's name or number. */
  unknown?: string;
}

type PayeeProblem = "payeeMissing" | "payeeUnknown" | "payeeMayNotReceive";

type AmountProblem = "amountMissing" | "amountMalformed" | "amountTooPrecise" | "amountZero";

export interface ReadLine {
  payee: PayeeProblem | null;
  amountProblem: AmountProblem | null;
  amount: bigint | null;
}

export function emptyLine(): Line {
  return { key: crypto.randomUUID(), to: "", amount: "" };
}

export function readLineOf({ to, amount, unknown }: Line, payees: readonly Payee[], digits: number): ReadLine {
  const payee = payees.find(({ account }) => account === to);
  const payeeProblem = unknown ? "payeeUnknown" : "payeeMissing";
  return {
    payee: payee ? (payee.mayReceive ? null : "payeeMayNotReceive") : payeeProblem,
    ...readAmount(amount, digits),
  };
}

function readAmount(text: string, digits: number): Omit<ReadLine, "payee"> {
  if (text.trim() === "") return { amount: null, amountProblem: "amountMissing" };
  try {
    const amount = parseMinor(text.trim(), digits);
    return amount === 0n ? { amount: null, amountProblem: "amountZero" } : { amount, amountProblem: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { amount: null, amountProblem: error.code === "AmountTooPrecise" ? "amountTooPrecise" : "amountMalformed" };
  }
}

/** What the sound lines ask, each payee once: two invoices of one supplier are one payment. */
export function wantsOf(lines: readonly Line[], read: readonly ReadLine[]): Want[] {
  const wants = new Map<string, bigint>();
  for (const [i, { to }] of lines.entries()) {
    const { payee, amount } = read[i] ?? {};
    if (payee === null && amount) wants.set(to, (wants.get(to) ?? 0n) + amount);
  }
  return [...wants].map(([payee, amount]) => ({ payee, amount }));
}

/** The list once some of it is paid: what was not stays to be paid. */
export function linesAfter(lines: readonly Line[], paid: readonly Want[], digits: number): Line[] {
  const left = new Map<string, bigint>();
  for (const { payee, amount } of paid) left.set(payee, (left.get(payee) ?? 0n) + amount);
  const after = lines.flatMap((line) => {
    const { amount } = readAmount(line.amount, digits);
    const covered = left.get(line.to) ?? 0n;
    if (amount === null || covered === 0n) return [line];
    left.set(line.to, covered > amount ? covered - amount : 0n);
    return covered >= amount ? [] : [{ ...line, amount: toDecimal(amount - covered, digits) }];
  });
  return after.length > 0 ? after : [emptyLine()];
}
