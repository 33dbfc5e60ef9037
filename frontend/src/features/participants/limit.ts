import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";

/** The ledger keeps limits in 96 bits of minor units. */
const LARGEST_LIMIT = (1n << 96n) - 1n;

export type LimitProblem = "missing" | "malformed" | "tooPrecise" | "tooLarge" | "notPositive" | "unchanged";

interface LimitDraft {
  /** As typed; not read when there is to be no limit. */
  amount: string;
  unlimited: boolean;
}

/** @param before The limit in force; 0: none. @returns minor units, 0 for no limit. */
export function readLimit(
  { amount, unlimited }: LimitDraft,
  { digits, before }: { digits: number; before: bigint },
): { limit: bigint } | { problem: LimitProblem } {
  const read = unlimited ? 0n : readAmount(amount, digits);
  if (typeof read === "string") return { problem: read };
  return read === before ? { problem: "unchanged" } : { limit: read };
}

function readAmount(text: string, digits: number): bigint | LimitProblem {
  if (text.trim() === "") return "missing";
  try {
    const minor = parseMinor(text.trim(), digits);
    if (minor === 0n) return "notPositive";
    return minor > LARGEST_LIMIT ? "tooLarge" : minor;
  } catch (error) {
    if (error instanceof DomainError) return error.code === "AmountTooPrecise" ? "tooPrecise" : "malformed";
    throw error;
  }
}
