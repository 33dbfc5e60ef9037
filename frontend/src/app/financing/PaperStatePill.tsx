import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import type { PaperState } from "./paper-state.ts";
import { useText } from "./text.ts";

const TONES: Readonly<Record<PaperState, Tone>> = {
  open: "positive",
  taken: "accent",
  cancelled: "neutral",
  expired: "neutral",
  changed: "warning",
};

export function PaperStatePill({ state }: { state: PaperState }) {
  const t = useText();
  return (
    <StatusPill tone={TONES[state]} className="whitespace-normal">
      {t(`state.${state}`)}
    </StatusPill>
  );
}
