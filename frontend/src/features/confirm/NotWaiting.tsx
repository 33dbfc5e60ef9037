import { Link } from "@tanstack/react-router";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./useText.ts";

/** Why an invoice can't be confirmed any more, and where its history is. */
export function NotWaiting({ receivable, clock }: { receivable: ReceivableRow; clock: LedgerClock }) {
  const t = useText();
  const format = useFormat();
  const hasLapsed = receivable.status === "registered" && receivable.dueDay <= clock.today;
  return (
    <Callout
      tone={hasLapsed ? "warning" : "neutral"}
      title={t(hasLapsed ? "detail.lapsed" : "detail.notWaiting")}
      actions={
        <Link to="/receivables/$id" params={{ id: receivable.id }} className={buttonClass("secondary", "sm")}>
          {t("detail.openReceivable")}
        </Link>
      }
    >
      {hasLapsed ? t("detail.lapsedAdvice", { day: format.day(receivable.dueDay) }) : t("detail.notWaitingAdvice")}
    </Callout>
  );
}
