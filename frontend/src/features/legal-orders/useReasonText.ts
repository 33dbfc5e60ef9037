import { FREEZE_REASONS } from "./freeze-draft.ts";
import { useText } from "./text.ts";

/** Why cents are frozen, by the ledger's code; one that is not known is "other". */
export function useReasonText(): (reason: number | string) => string {
  const t = useText();
  return (reason) => t(`reason.${FREEZE_REASONS.find((known) => known === String(reason)) ?? "255"}`);
}
