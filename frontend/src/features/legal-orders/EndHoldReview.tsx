import type { Hold } from "../../app/data/queries/legalOrders.ts";
import { useUtcOffset } from "../../app/data/queries/policy.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useText } from "./text.ts";

export function EndHoldReview({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const utcOffsetHours = useUtcOffset();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const id = BigInt(hold.receivableId);
  const call = contractCall({ address: ledger, abi: ledgerAbi, functionName: "endHold", args: [id] });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("endHold.title")}
      facts={[
        { label: t("column.receivable"), value: <span className="font-mono">{shortReceivableId(id)}</span> },
        { label: t("column.obligor"), value: nameOf(hold.receivable.obligor) },
        { label: t("column.until"), value: format.time(hold.until, utcOffsetHours) },
      ]}
      confirmLabel={t("endHold.confirm")}
      steps={[{ name: t("endHold.confirm"), call }]}
      outcome={() => t("endHold.done")}
    >
      <p>{t("endHold.effect")}</p>
    </ActionReview>
  );
}
