import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

/** What may happen now, and whose turn it is. */
export function NextStep({ row, judged: { state, policy } }: { row: ReceivableRow; judged: JudgedReceivable }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const text = t(`next.${state}`, {
    obligor: nameOf(row.obligor),
    creditor: nameOf(row.creditor),
    day: format.day(row.dueDay),
    graceEnd: format.day(row.dueDay + policy.graceDays),
  });
  return (
    <Callout tone={state === "overdue" ? "danger" : "accent"} title={t("next.title")}>
      {text}
    </Callout>
  );
}
