import { useDirectory } from "../../app/data/useDirectory.ts";
import { SLICE_TONES } from "../../app/history/tones.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { useText } from "./text.ts";

/** Whether a slice can be used, and if not, what it waits for. */
export function StateCell({ holding }: { holding: Holding }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { state, offer, policy, receivable } = holding;
  const lacksRegistry = state === "free" && policy.requireRegistry && !receivable.registryRecorded;
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
      <StatusPill tone={SLICE_TONES[state]}>{t(`state.${state}`)}</StatusPill>
      {offer && (
        <span className="text-sm text-muted max-sm:text-end">
          {t("held.offeredTo", {
            payee: nameOf(offer.payee),
            until: format.time(offer.until, policy.utcOffsetHours),
          })}
        </span>
      )}
      {state === "frozen" && <span className="text-sm text-muted">{t("held.frozenHint")}</span>}
      {receivable.reportedOverdue && <span className="text-sm text-danger">{t("held.reportedOverdue")}</span>}
      {lacksRegistry && <span className="text-sm text-warning">{t("held.noRegistry")}</span>}
    </span>
  );
}
