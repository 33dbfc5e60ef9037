import { parseMinor } from "../../domain/money.ts";
import type { ObligationState } from "./fetchObligation.ts";

type AmountProblem = "missing" | "tooMuch";

/** @returns the minor units typed, or what is wrong with them. */
export function readAmount(text: string, { face, penalty, currency }: ObligationState): bigint | AmountProblem {
  const minor = minorOf(text, currency.minorDigits);
  if (minor === null || minor === 0n) return "missing";
  return minor > face + penalty ? "tooMuch" : minor;
}

function minorOf(text: string, digits: number): bigint | null {
  return /^\d+(\.\d+)?$/.test(text) && (text.split(".")[1]?.length ?? 0) <= digits ? parseMinor(text, digits) : null;
}
