import { DomainError } from "../../domain/domain-error.ts";
import { parseMinor } from "../../domain/money.ts";

/** Of the book's field: 96 bits. */
const MOST = (1n << 96n) - 1n;

/** A limit as typed; zero is one, and funds nothing more. */
export function readLimit(
  text: string,
  minorDigits: number,
): { limit: bigint } | { problem: "missing" | "malformed" | "tooLarge" } {
  if (text.trim() === "") return { problem: "missing" };
  try {
    const limit = parseMinor(text.trim(), minorDigits);
    return limit > MOST ? { problem: "tooLarge" } : { limit };
  } catch (error) {
    if (error instanceof DomainError) return { problem: "malformed" };
    throw error;
  }
}
