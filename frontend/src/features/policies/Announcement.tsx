import type { AnnouncedOperation } from "../../app/data/queries/governance.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import { announcementState, LAPSES_AFTER } from "../../domain/announcement-state.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList, type Fact } from "../../ui/DescriptionList.tsx";
import { Party } from "../../ui/Party.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { AnnouncementAct } from "./AnnouncementReview.tsx";
import { Changes } from "./Changes.tsx";
import { type Announced, readAnnounced } from "./policyCall.ts";
import { useText } from "./text.ts";

const TONES = { waiting: "warning", ready: "positive", lapsed: "neutral" } as const;

interface AnnouncementProps {
  operation: AnnouncedOperation;
  clock: LedgerClock;
  onAct: (act: AnnouncementAct) => void;
}

/** One announced change: what it does, when it may be carried out, and by whom. */
export function Announcement({ operation, clock, onAct }: AnnouncementProps) {
  const t = useText();
  const { account } = useMe();
  const announced = readAnnounced(operation);
  const state = announcementState(operation.readyAt, clock.timestamp);
  const isMine = account?.toLowerCase() === operation.caller;
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">
          {announced.kind === "policy" ? t("waiting.policy") : t("waiting.other", { call: announced.functionName })}
        </h3>
        <StatusPill tone={TONES[state]}>{t(`waiting.${state}`)}</StatusPill>
      </div>
      <DescriptionList facts={useFacts(operation, announced, clock)} />
      {announced.kind === "policy" && (
        <Changes caption={t("changes.caption")} before={clock.policy} after={announced.parameters} />
      )}
      {isMine ? (
        <div className="flex flex-wrap gap-2">
          {state === "ready" && (
            <Button variant="primary" onClick={() => onAct("carryOut")}>
              {t("carryOut.open")}
            </Button>
          )}
          <Button onClick={() => onAct("cancel")}>{t("cancel.open")}</Button>
        </div>
      ) : (
        <p className="text-sm text-muted">{t("waiting.notMine")}</p>
      )}
    </Card>
  );
}

function useFacts(
  { caller, announcedAt, readyAt }: AnnouncedOperation,
  announced: Announced,
  clock: LedgerClock,
): Fact[] {
  const t = useText();
  const format = useFormat();
  const { findName } = useDirectory();
  const time = (seconds: bigint) => format.time(seconds, clock.policy.utcOffsetHours);
  const facts: Fact[] = [
    { label: t("waiting.by"), value: <Party name={findName(caller)} address={caller} /> },
    { label: t("waiting.announcedAt"), value: time(announcedAt) },
    { label: t("waiting.readyAt"), value: time(readyAt) },
    { label: t("waiting.lapsesAt"), value: time(readyAt + LAPSES_AFTER) },
  ];
  if (announced.kind === "other") return facts;
  const { effectiveFrom, decision } = announced;
  return [
    ...facts,
    {
      label: t("versions.from"),
      value: effectiveFrom === 0 ? t("announce.atOnce") : time(BigInt(effectiveFrom)),
    },
    { label: t("decision.hash"), value: <Copyable value={decision} shown={decision} /> },
  ];
}
