import { dayFromIso } from "../../domain/day-count.ts";
import { DomainError } from "../../domain/domain-error.ts";

/** @returns the day; null when there is no date; undefined when it is no date of the ledger's calendar. */
export function readDay(iso: string | null): number | null | undefined {
  if (iso === null || iso === "") return null;
  try {
    return dayFromIso(iso);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
