import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { shortReceivableId } from "../../domain/ids.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type OrderDocument, OrderDocumentField } from "./OrderDocumentField.tsx";
import { ReceivableChoice, useFoundReceivable } from "./ReceivableChoice.tsx";
import { useText } from "./text.ts";
import { useReviewEnd } from "./useReviewEnd.ts";

/** A day in which nothing of a receivable moves, so that a freeze lands. */
export function HoldEditor({ onClose }: { onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { ledger } = useDeployment().addresses;
  const [text, setText] = useState("");
  const [document, setDocument] = useState<OrderDocument | null>(null);
  const [isTried, setTried] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const end = useReviewEnd(() => setReviewing(false), onClose);
  const found = useFoundReceivable(text);
  const receivable = "row" in found ? found.row : null;
  if (isReviewing && receivable && document) {
    const args = [BigInt(receivable.id), document.hash] as const;
    const call = contractCall({ address: ledger, abi: ledgerAbi, functionName: "hold", args });
    return (
      <ActionReview
        {...end}
        title={t("hold.title")}
        facts={[
          { label: t("column.receivable"), value: <span className="font-mono">{shortReceivableId(args[0])}</span> },
          { label: t("column.obligor"), value: nameOf(receivable.obligor) },
          { label: t("column.face"), value: <Amount strong text={money(receivable.face, receivable.currency)} /> },
          { label: t("column.document"), value: <Copyable value={args[1]} shown={`${args[1].slice(0, 14)}…`} /> },
        ]}
        confirmLabel={t("hold.confirm")}
        steps={[{ name: t("hold.confirm"), call }]}
        outcome={() => t("hold.done")}
      >
        <p>{t("hold.effect")}</p>
      </ActionReview>
    );
  }
  const proceed = () => {
    setTried(true);
    setReviewing(receivable !== null && document !== null);
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("hold.title")}
      description={t("hold.explain")}
      footer={
        <Button variant="primary" onClick={proceed}>
          {t("continue")}
        </Button>
      }
    >
      <ReceivableChoice text={text} onText={setText} found={found} isTried={isTried} />
      <OrderDocumentField
        value={document}
        onChange={setDocument}
        error={isTried && !document ? t("problem.documentMissing") : undefined}
      />
    </Dialog>
  );
}
