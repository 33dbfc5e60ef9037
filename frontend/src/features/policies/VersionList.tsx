import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { Changes } from "./Changes.tsx";
import { useText } from "./text.ts";

type Standing = "coming" | "inForce" | "past";
const TONES: Readonly<Record<Standing, Tone>> = { coming: "accent", inForce: "positive", past: "neutral" };

interface VersionListProps {
  versions: readonly PolicyVersion[];
  clock: LedgerClock;
}

/** Newest first; each with its dates, its decision and what it changed. */
export function VersionList({ versions, clock }: VersionListProps) {
  return [...versions]
    .reverse()
    .map((version) => (
      <Version
        key={version.version}
        version={version}
        before={versions.find((other) => other.version === version.version - 1)}
        clock={clock}
      />
    ));
}

interface VersionProps {
  version: PolicyVersion;
  before: PolicyVersion | undefined;
  clock: LedgerClock;
}

function Version({ version, before, clock }: VersionProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const standing: Standing =
    version.version === clock.policy.version ? "inForce" : version.effectiveFrom > clock.timestamp ? "coming" : "past";
  const time = (seconds: bigint) => format.time(seconds, clock.policy.utcOffsetHours);
  const { supersededAt, decision } = version;
  const until = supersededAt === null || supersededAt === 0n ? t("versions.open") : time(supersededAt);
  return (
    <Card className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{t("versions.version", { version: version.version })}</h3>
        <StatusPill tone={TONES[standing]}>{t(`versions.${standing}`)}</StatusPill>
      </div>
      <DescriptionList
        facts={[
          { label: t("versions.from"), value: time(version.effectiveFrom) },
          { label: t("versions.until"), value: until },
          { label: t("versions.addedBy"), value: nameOf(version.addedBy) },
          { label: t("decision.hash"), value: <Copyable value={decision} shown={shortHash(decision)} /> },
        ]}
      />
      {before && (
        <Changes caption={t("versions.changes", { version: before.version })} before={before} after={version} />
      )}
    </Card>
  );
}

function shortHash(hash: string): string {
  return `${hash.slice(0, 10)}…${hash.slice(-8)}`;
}
