import { z } from "zod";

/** Nothing invisible, nothing that turns the direction of writing, no control characters. */
const SANE_TEXT = /^[^\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]+$/u;

/** A line that people will read. @param most Characters. */
export function plainText(most: number) {
  return z.string().trim().min(1).max(most).regex(SANE_TEXT, "It may not contain invisible or control characters.");
}
