import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";

type CashProblem = "malformed" | "notPositive" | "tooMuch";

/** What a seller typed as the cash it needs; null for the whole slice. @param face Of the slice: it brings no more cash than that. */
export function readCashNeeded(
  text: string,
  minorDigits: number,
  face: bigint,
): { cash: bigint | null } | { problem: CashProblem } {
  if (text.trim() === "") return { cash: null };
  try {
    const cash = parseMinor(text.trim(), minorDigits);
    if (cash === 0n) return { problem: "notPositive" };
    return cash > face ? { problem: "tooMuch" } : { cash };
  } catch (error) {
    if (error instanceof DomainError) return { problem: "malformed" };
    throw error;
  }
}
