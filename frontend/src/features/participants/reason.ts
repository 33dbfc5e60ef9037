import { type TextFlaw, textFlaw } from "../../domain/plain-text.ts";

/** Characters of a reason that the vault keeps. */
export const LONGEST_REASON = 500;

/** What is wrong with the reason for a suspension or its end; null when nothing is. */
export function reasonProblem(text: string): "missing" | TextFlaw | null {
  const reason = text.trim();
  return reason === "" ? "missing" : textFlaw(reason);
}
