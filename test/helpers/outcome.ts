import { dayFromIso } from "../../frontend/src/domain/day-count.ts";
import { DomainError, type DomainErrorCode } from "../../frontend/src/domain/domain-error.ts";

type Named = readonly [error: string, ...details: string[]];

/** The contracts' name of a refusal, and which of its details are the error's values, in their order. */
const ON_CHAIN: Partial<Record<DomainErrorCode, Named>> = {
  DaysReversed: ["Calendar_DaysReversed", "from", "to"],
  DiscountExceedsFace: ["Money_DiscountExceedsFace", "faceMinor", "discountMinor"],
  FaceTooLarge: ["Money_FaceTooLarge", "faceMinor", "mostMinor"],
  HaircutOutOfRange: ["Money_HaircutOutOfRange", "haircutPpm"],
  RateLeavesNothing: ["Money_RateLeavesNothing", "ratePpm", "days", "base"],
  RecoveredExceedsFace: ["Money_RecoveredExceedsFace", "faceMinor", "recoveredMinor"],
};

/** What a calculation in TypeScript comes to, in the words of `evaluateMany`. */
export function outcomeOf(calculate: () => readonly bigint[]): string {
  try {
    return calculate().join();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details: given }: DomainError = error;
    const named = ON_CHAIN[code];
    if (!named) return `${message}, which no contract says`;
    const [name, ...details] = named;
    const values = new Map<string, string | number>(Object.entries(given));
    return `${name}(${details.map((detail) => asWord(values.get(detail))).join()})`;
  }
}

/** Days are dates in TypeScript's refusals and numbers in the contracts'. */
function asWord(value: string | number | undefined): string {
  return typeof value === "string" && value.includes("-") ? String(dayFromIso(value)) : String(value);
}
