import { foldText } from "./fold-text.ts";

/** Whether a text that somebody typed is part of one of these. Case, spaces and widths of characters make no difference. */
export function matchesText(query: string, texts: readonly (string | null | undefined)[]): boolean {
  const wanted = foldText(query);
  return wanted !== "" && texts.some((text) => text != null && foldText(text).includes(wanted));
}
