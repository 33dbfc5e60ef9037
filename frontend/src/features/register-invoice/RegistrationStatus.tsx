import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { Tone } from "../../ui/tone.ts";
import { useText } from "./text.ts";

const TONES: Readonly<Record<ReceivableRow["status"], Tone>> = {
  registered: "accent",
  refused: "danger",
  cancelled: "neutral",
  confirmed: "positive",
  settled: "positive",
  writtenOff: "danger",
  defaulted: "danger",
};
const TOLD_REASONS = ["1", "2", "3", "4", "5"] as const;

interface RegistrationStatusProps {
  receivable: Pick<ReceivableRow, "status" | "dueDay" | "refusalReason">;
  today: number;
}

export function RegistrationStatus({ receivable, today }: RegistrationStatusProps) {
  const t = useText();
  const { status, dueDay, refusalReason } = receivable;
  if (status === "registered" && today >= dueDay) return <StatusPill tone="warning">{t("status.lapsed")}</StatusPill>;
  const reason = TOLD_REASONS.find((code) => code === String(refusalReason)) ?? "other";
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <StatusPill tone={TONES[status]}>{t(`status.${status}`)}</StatusPill>
      {status === "refused" && <span className="text-sm text-muted">{t(`reason.${reason}`)}</span>}
    </span>
  );
}
