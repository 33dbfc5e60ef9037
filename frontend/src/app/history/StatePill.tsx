import type { ReceivableState } from "../../domain/receivable-state.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { useHistoryText } from "./useHistoryText.ts";

const TONES: Readonly<Record<ReceivableState, Tone>> = {
  registered: "warning",
  refused: "neutral",
  cancelled: "neutral",
  confirmed: "accent",
  settled: "positive",
  writtenOff: "danger",
  defaulted: "danger",
  lapsed: "neutral",
  due: "warning",
  overdue: "danger",
  payingOut: "accent",
};

/** A receivable's state in a word. */
export function StatePill({ state }: { state: ReceivableState }) {
  const t = useHistoryText();
  return (
    <StatusPill tone={TONES[state]} data-testid="receivable-status" data-state={state}>
      {t(`state.${state}`)}
    </StatusPill>
  );
}
