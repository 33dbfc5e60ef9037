import type { SearchPlan } from "./search-plan.ts";

/** What may help whoever has found nothing; keys under `supervise.none` in the messages. */
export type SearchHint = "word" | "account" | "longer" | "invoice" | "signIn";

/** @param isReadable Whether names could be searched. */
export function searchHints({ text, txHash, account, idPrefix }: SearchPlan, isReadable: boolean): SearchHint[] {
  if (txHash) return ["word"];
  if (account) return ["account"];
  const hints: SearchHint[] = idPrefix === null && text.length < 4 ? ["longer"] : ["invoice"];
  return isReadable ? hints : [...hints, "signIn"];
}
