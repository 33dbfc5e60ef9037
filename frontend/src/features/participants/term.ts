import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";

export type TermProblem = "missing" | "unchanged";

/** Reads the last day on which an organisation's checks are valid; a day that has passed ends its term at once. */
export function readTerm(iso: string, before: number): { day: number } | { problem: TermProblem } {
  try {
    const day = dayFromIso(iso);
    return day === before ? { problem: "unchanged" } : { day };
  } catch (error) {
    if (error instanceof DomainError) return { problem: "missing" };
    throw error;
  }
}
