import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useText } from "./text.ts";

interface CancelDialogProps {
  receivable: ReceivableRow;
  onClose: () => void;
}

export function CancelDialog({ receivable, onClose }: CancelDialogProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const { obligor, invoiceKey, face, dueDay, currency, documentRoot } = receivable;
  const call = contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "cancel",
    args: [{ obligor, invoiceKey, face: uint48(face), dueDay, currency, documentRoot }],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("cancel.title")}
      facts={[
        { label: t("dialog.obligor"), value: nameOf(obligor) },
        { label: t("dialog.amount"), value: <Amount strong text={money(face, currency)} /> },
        { label: t("dialog.due"), value: format.day(dueDay) },
      ]}
      confirmLabel={t("cancel.confirm")}
      steps={[{ name: t("cancel.title"), call }]}
      outcome={() => t("cancel.done")}
    >
      <p>{t("cancel.effect")}</p>
    </ActionReview>
  );
}
