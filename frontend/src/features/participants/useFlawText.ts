import type { TextFlaw } from "../../domain/plain-text.ts";
import { useText } from "./text.ts";

/** Why a text can't be taken, in the reader's language. */
export function useFlawText(): (flaw: TextFlaw) => string {
  const t = useText();
  return (flaw) => (flaw.kind === "marks" ? t("flaw.marks") : t("flaw.invisible", { characters: flaw.characters }));
}
