import { getAddress } from "viem";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { type Phase, TO_REPLACE } from "../../domain/replacement-phase.ts";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList, type Fact } from "../../ui/DescriptionList.tsx";
import { Party } from "../../ui/Party.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import type { Act } from "./ActReview.tsx";
import { ReplacementActions } from "./ReplacementActions.tsx";
import { useText } from "./text.ts";

const TONES: Partial<Record<Phase, Tone>> = { proposed: "accent", notice: "warning", ready: "positive" };

interface OpenReplacementProps {
  replacement: Replacement;
  phase: Phase;
  onAct: (act: Act) => void;
}

/** One replacement under way: who, what happens when, and what the reader can do about it. */
export function OpenReplacement({ replacement, phase, onAct }: OpenReplacementProps) {
  const t = useText();
  const { findName, nameOf } = useDirectory();
  const { lost, successor } = replacement;
  const facts: Fact[] = [
    { label: t("fact.lost"), value: <Party name={findName(lost)} address={lost} /> },
    { label: t("fact.successor"), value: <Copyable value={getAddress(successor)} shown={getAddress(successor)} /> },
    ...useTimes(replacement),
    { label: t("fact.next"), value: t(`next.${phase}`) },
  ];
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0 font-semibold wrap-anywhere">
          <bdi>{nameOf(lost)}</bdi>
        </h3>
        <StatusPill tone={TONES[phase] ?? "neutral"}>{t(`phase.${phase}`)}</StatusPill>
      </div>
      <DescriptionList facts={facts} />
      <ReplacementActions replacement={replacement} phase={phase} onAct={onAct} />
    </Card>
  );
}

function useTimes({ proposedBy, proposedAt, agreedBy, readyAt }: Replacement): Fact[] {
  const t = useText();
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const { nameOf } = useDirectory();
  const time = (seconds: bigint) => format.time(seconds, utcOffsetHours);
  const agreed =
    agreedBy === null || readyAt === null
      ? []
      : [
          { label: t("fact.agreed"), value: nameOf(agreedBy) },
          { label: t("fact.vetoUntil"), value: t("fact.vetoUntilText") },
          { label: t("fact.readyAt"), value: time(readyAt) },
          { label: t("fact.lapsesAt"), value: time(readyAt + TO_REPLACE) },
        ];
  return [
    { label: t("fact.proposed"), value: t("fact.byAt", { name: nameOf(proposedBy), time: time(proposedAt) }) },
    ...agreed,
  ];
}
