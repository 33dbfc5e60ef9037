import { isHeld } from "../../domain/slice-state.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import type { ReceivableRow } from "../data/queries/receivables.ts";
import { useHistoryText } from "./useHistoryText.ts";

/** What is true of a receivable beside its state: a legal hold, a report of being overdue. */
export function FlagPills({ row, timestamp }: { row: ReceivableRow; timestamp: bigint }) {
  const t = useHistoryText();
  return (
    <>
      {isHeld(row, timestamp) && <StatusPill tone="danger">{t("flag.held")}</StatusPill>}
      {row.reportedOverdue && <StatusPill tone="danger">{t("flag.reportedOverdue")}</StatusPill>}
    </>
  );
}
