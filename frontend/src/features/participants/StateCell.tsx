import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useStandingReasons } from "../../app/data/vault.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { type Standing, standingOf } from "./standing.ts";
import { useText } from "./text.ts";

const TONES: Readonly<Record<Standing, Tone>> = {
  active: "positive",
  suspended: "danger",
  replaced: "neutral",
  expired: "warning",
};

/** How a participant stands, and for those who may know, why it was suspended. */
export function StateCell({ participant, today }: { participant: Participant; today: number }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { data: reasons } = useStandingReasons();
  const { identity, overdue, replaced, replacementId, successor } = participant;
  const standing = standingOf(participant, today);
  const last = reasons?.find((kept) => kept.identity === identity)?.reasons.at(-1);
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end max-sm:text-end">
      <span className="inline-flex flex-wrap gap-1">
        <StatusPill tone={TONES[standing]}>{t(`state.${standing}`)}</StatusPill>
        {overdue && !replaced && <StatusPill tone="danger">{t("state.overdue")}</StatusPill>}
        {replacementId && <StatusPill tone="warning">{t("state.keyLost")}</StatusPill>}
      </span>
      {standing === "suspended" && last?.action === "suspend" && (
        <span className="text-sm text-muted">
          <UntrustedText>{last.reason}</UntrustedText>
        </span>
      )}
      {successor && <span className="text-sm text-muted">{t("successor", { account: nameOf(successor) })}</span>}
    </span>
  );
}
