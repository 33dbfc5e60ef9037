import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";

type RepaymentProblem = "malformed" | "notPositive" | "aboveDebt";

/** What is typed as a repayment. @param owed Today, in minor units: more is refused by the desk. */
export function readRepayment(
  text: string,
  minorDigits: number,
  owed: bigint,
): { amount: bigint } | { problem: RepaymentProblem } {
  try {
    const amount = parseMinor(text.trim(), minorDigits);
    if (amount === 0n) return { problem: "notPositive" };
    return amount > owed ? { problem: "aboveDebt" } : { amount };
  } catch (error) {
    if (error instanceof DomainError) return { problem: "malformed" };
    throw error;
  }
}
