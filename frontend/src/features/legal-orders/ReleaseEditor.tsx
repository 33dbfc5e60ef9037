import { useState } from "react";
import type { Hex } from "viem";
import type { Freeze } from "../../app/data/queries/legalOrders.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type OrderDocument, OrderDocumentField } from "./OrderDocumentField.tsx";
import { ReleaseReview } from "./ReleaseReview.tsx";
import { useText } from "./text.ts";

interface ReleaseEditorProps {
  freeze: Freeze;
  /** All in force. */
  all: readonly Freeze[];
  /** The chain's second; undefined while it is read. */
  timestamp: bigint | undefined;
  onClose: () => void;
}

/** Which slices are released, by which order. One whose time is over needs no order. */
export function ReleaseEditor({ freeze, all: allNow, timestamp, onClose }: ReleaseEditorProps) {
  const t = useText();
  const money = useMoney();
  // As it was when the dialog opened: what is released leaves the list.
  const [all] = useState(allNow);
  const [hasRunOut] = useState(timestamp !== undefined && freeze.until < timestamp);
  const [withOthers, setWithOthers] = useState(false);
  const [document, setDocument] = useState<OrderDocument | null>(null);
  const [isTried, setTried] = useState(false);
  const [isReviewing, setReviewing] = useState(false);
  const others = all.filter((each) => isSameOrder(each, freeze));
  const rows = withOthers ? [freeze, ...others] : [freeze];
  const order: { document: Hex | null } | null = hasRunOut
    ? { document: null }
    : document && { document: document.hash };
  if (isReviewing && order) {
    return <ReleaseReview rows={rows} document={order.document} onBack={() => setReviewing(false)} onDone={onClose} />;
  }
  const proceed = () => {
    setTried(true);
    setReviewing(order !== null);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("release.title")}
      description={t(hasRunOut ? "release.explainRanOut" : "release.explain")}
      footer={
        <Button variant="primary" onClick={proceed}>
          {t("continue")}
        </Button>
      }
    >
      {others.length > 0 && (
        <Checkbox
          label={t("release.others", {
            count: others.length,
            amount: money(faceOf(others), freeze.receivable.currency),
          })}
          checked={withOthers}
          onChange={({ target }) => setWithOthers(target.checked)}
        />
      )}
      {!hasRunOut && (
        <OrderDocumentField
          value={document}
          onChange={setDocument}
          error={isTried && !document ? t("problem.documentMissing") : undefined}
        />
      )}
    </Dialog>
  );
}

/** Frozen by the same order, until the same second, in the same receivable. */
function isSameOrder(a: Freeze, b: Freeze): boolean {
  return a.id !== b.id && a.receivableId === b.receivableId && a.document === b.document && a.until === b.until;
}

function faceOf(rows: readonly Freeze[]): bigint {
  return rows.reduce((sum, { start, end }) => sum + end - start, 0n);
}
