import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { RECEIVABLE_TONES } from "../../app/history/tones.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { useText } from "./text.ts";

const TOLD_REASONS = ["1", "2", "3", "4", "5"] as const;

interface RegistrationStatusProps {
  receivable: Pick<ReceivableRow, "status" | "dueDay" | "refusalReason">;
  today: number;
}

export function RegistrationStatus({ receivable, today }: RegistrationStatusProps) {
  const t = useText();
  const { status, dueDay, refusalReason } = receivable;
  if (status === "registered" && today >= dueDay)
    return <StatusPill tone={RECEIVABLE_TONES.lapsed}>{t("status.lapsed")}</StatusPill>;
  const reason = TOLD_REASONS.find((code) => code === String(refusalReason)) ?? "other";
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <StatusPill tone={RECEIVABLE_TONES[status]}>{t(`status.${status}`)}</StatusPill>
      {status === "refused" && <span className="text-sm text-muted">{t(`reason.${reason}`)}</span>}
    </span>
  );
}
