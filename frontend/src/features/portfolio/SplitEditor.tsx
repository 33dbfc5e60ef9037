import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Holding } from "../../app/holdings/holding.ts";
import { SliceLine } from "../../app/holdings/SliceLine.tsx";
import { MOST_PARTS } from "../../domain/paying/payment.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { MoneyField } from "../../ui/MoneyField.tsx";
import { isSoundCut, planCut } from "./cut-plan.ts";
import { PlanSummary } from "./PlanSummary.tsx";
import { SplitReview } from "./SplitReview.tsx";
import { useText } from "./text.ts";
import { useLineProblemText } from "./useLineProblemText.ts";

interface SplitEditorProps {
  holding: Holding;
  onClose: () => void;
}

interface AmountLine {
  key: string;
  amount: string;
}

/** Which amounts are cut off a slice for its holder; what was entered stays while it is reviewed and signed. */
export function SplitEditor({ holding, onClose }: SplitEditorProps) {
  const t = useText();
  const money = useMoney();
  const currency = useCurrency(holding.receivable.currency);
  const digits = currency?.minorDigits ?? 0;
  const [lines, setLines] = useState<readonly AmountLine[]>([emptyLine()]);
  const [isReviewing, setReviewing] = useState(false);
  const [showMissing, setShowMissing] = useState(false);
  const problemText = useLineProblemText({
    smallest: holding.smallest,
    currency: holding.receivable.currency,
    showMissing,
  });
  const plan = planCut(
    holding.face,
    { smallest: holding.smallest, digits },
    lines.map(({ amount }) => amount),
  );
  const review = () => {
    setShowMissing(true);
    setReviewing(isSoundCut(plan));
  };
  const change = (key: string, amount: string) =>
    setLines((now) => now.map((line) => (line.key === key ? { key, amount } : line)));
  const remove = (key: string) => setLines((now) => now.filter((line) => line.key !== key));

  if (isReviewing) {
    return <SplitReview holding={holding} plan={plan} onBack={() => setReviewing(false)} onDone={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("split.title")}
      description={t("split.explain")}
      footer={
        <>
          <PlanSummary holding={holding} plan={plan} wording="split" />
          <Button variant="primary" onClick={review}>
            {t("pay.review")}
          </Button>
        </>
      }
    >
      <SliceLine slice={holding} />
      {lines.map(({ key, amount }, index) => (
        <div key={key} className="flex items-start gap-3">
          <MoneyField
            className="flex-1"
            label={t("split.part", { number: index + 1 })}
            unit={currency?.code ?? ""}
            value={amount}
            error={problemText(plan.lines[index]?.problem)}
            onValueChange={(typed) => change(key, typed)}
          />
          {lines.length > 1 && (
            <IconButton
              className="mt-6"
              icon={X}
              label={t("split.remove", { number: index + 1 })}
              onClick={() => remove(key)}
            />
          )}
        </div>
      ))}
      {lines.length < MOST_PARTS && (
        <Button className="justify-self-start" onClick={() => setLines((now) => [...now, emptyLine()])}>
          <Plus aria-hidden className="size-4" />
          {t("split.add")}
        </Button>
      )}
      <p className="text-sm text-muted">
        {t("pay.smallest", { amount: money(holding.smallest, holding.receivable.currency) })}
      </p>
    </Dialog>
  );
}

function emptyLine(): AmountLine {
  return { key: crypto.randomUUID(), amount: "" };
}
