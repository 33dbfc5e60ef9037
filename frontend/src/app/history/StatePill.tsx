import type { ReceivableState } from "../../domain/receivable-state.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { RECEIVABLE_TONES } from "./tones.ts";
import { useHistoryText } from "./useHistoryText.ts";

/** A receivable's state in a word. */
export function StatePill({ state }: { state: ReceivableState }) {
  const t = useHistoryText();
  return (
    <StatusPill tone={RECEIVABLE_TONES[state]} data-testid="receivable-status" data-state={state}>
      {t(`state.${state}`)}
    </StatusPill>
  );
}
