import { Link } from "@tanstack/react-router";
import type { Hex } from "viem";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { JudgedReceivable } from "../../app/history/useJudgeReceivable.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMe } from "../../app/session/useMe.ts";
import type { ReceivableState } from "../../domain/receivable-state.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

const ASKS_OBLIGOR: ReadonlySet<ReceivableState> = new Set(["registered", "due", "overdue"]);

/** What may happen now, and whose turn it is. */
export function NextStep({ row, judged: { state, policy } }: { row: ReceivableRow; judged: JudgedReceivable }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { account, participant } = useMe();
  // A confirmation is asked of the account that was named; payment of the organisation, whatever its account is now.
  const isMine =
    state === "registered" ? account?.toLowerCase() === row.obligor : participant?.identity === row.obligorIdentity;
  const isMyTurn = ASKS_OBLIGOR.has(state) && isMine && participant?.replaced === false;
  const text = t(`next.${state}`, {
    obligor: nameOf(row.obligor),
    creditor: nameOf(row.creditor),
    day: format.day(row.dueDay),
    graceEnd: format.day(row.dueDay + policy.graceDays),
  });
  return (
    <Callout
      tone={state === "overdue" ? "danger" : "accent"}
      title={t("next.title")}
      actions={isMyTurn && <Turn id={row.id} isConfirmation={state === "registered"} />}
    >
      {text}
    </Callout>
  );
}

/** Leads the obligor to where it answers or pays. */
function Turn({ id, isConfirmation }: { id: Hex; isConfirmation: boolean }) {
  const t = useText();
  const look = buttonClass("primary", "sm");
  return isConfirmation ? (
    <Link to="/confirm/$receivableId" params={{ receivableId: id }} className={look}>
      {t("next.toConfirm")}
    </Link>
  ) : (
    <Link to="/pay" className={look}>
      {t("next.toPay")}
    </Link>
  );
}
