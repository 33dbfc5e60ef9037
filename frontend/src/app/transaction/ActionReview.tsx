import { type ReactNode, useEffect } from "react";
import type { TransactionReceipt } from "viem";
import { ActionDialog } from "../../ui/ActionDialog.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { type ActionStatus, type ActionStep, isBusy } from "./action.ts";
import { Receipt } from "./Receipt.tsx";
import { useAction } from "./useAction.ts";
import { useFailureText } from "./useFailureText.ts";
import { useNetworkCost } from "./useNetworkCost.ts";

interface ActionReviewProps {
  open: boolean;
  /** Closing does not stop what is already sent. What was typed behind the dialog stays. */
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What the signature does, in words: amounts, parties, days. */
  facts: readonly Fact[];
  children?: ReactNode;
  irrevocable?: boolean;
  confirmLabel: string;
  /** One transaction, or several that belong together (allow the cash, then act). */
  steps: readonly ActionStep[];
  onConfirmed?: (receipt: TransactionReceipt) => void;
  /** What has happened, in words; shown when the last step is confirmed. */
  outcome: (receipt: TransactionReceipt) => ReactNode;
}

/** "Before you sign": shows what a signature will do, then does it and follows it. Mount it for each action. */
export function ActionReview(props: ActionReviewProps) {
  const { open, onOpenChange, steps, onConfirmed, outcome, irrevocable = false, ...shown } = props;
  const t = useCommonText();
  const failureText = useFailureText();
  const { status, run, reset } = useAction();
  const onlyCall = steps.length === 1 ? steps[0]?.call : undefined;
  const networkCost = useNetworkCost(open && onlyCall && typeof onlyCall !== "function" ? onlyCall : null);

  useEffect(() => {
    if (!open) reset();
  }, [open, reset]);

  const confirm = async () => {
    const receipt = await run(steps);
    if (receipt) onConfirmed?.(receipt);
  };
  return (
    <ActionDialog
      {...shown}
      open={open}
      onOpenChange={onOpenChange}
      irrevocable={irrevocable}
      networkCost={networkCost}
      onConfirm={() => void confirm()}
      steps={{
        label: t("action.steps"),
        names: steps.map(({ name }) => name),
        current: currentStep(status, steps.length),
      }}
      progress={isBusy(status) ? t(`action.${status.state}`) : null}
      failure={status.state === "failed" ? failureText(status.failure) : null}
      outcome={
        status.state === "confirmed" ? (
          <div className="grid gap-3">
            <div>{outcome(status.receipt)}</div>
            <Receipt receipt={status.receipt} />
          </div>
        ) : null
      }
    />
  );
}

function currentStep(status: ActionStatus, count: number): number {
  if (status.state === "confirmed") return count;
  return "step" in status ? status.step : 0;
}
