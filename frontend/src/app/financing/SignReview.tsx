import { type ReactNode, useState } from "react";
import type { Hex } from "viem";
import { useSignTypedData } from "wagmi";
import type { typedDataOf } from "../../domain/signed-paper.ts";
import { ActionDialog } from "../../ui/ActionDialog.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { type ActionStep, isBusy } from "../transaction/action.ts";
import { useAction } from "../transaction/useAction.ts";
import { useFailureText } from "../transaction/useFailureText.ts";

interface SignReviewProps {
  title: string;
  facts: readonly Fact[];
  children: ReactNode;
  confirmLabel: string;
  /** Transactions that belong before the signature. */
  before: readonly ActionStep[];
  typedData: ReturnType<typeof typedDataOf>;
  onSigned: (signature: Hex) => void;
  /** What is there when it is signed. */
  outcome: ReactNode;
  onClose: () => void;
}

/** "Before you sign" words that stay off the chain until somebody hands them in. Mount it for each of them. */
export function SignReview({ before, typedData, onSigned, outcome, onClose, children, ...shown }: SignReviewProps) {
  const t = useCommonText();
  const failureText = useFailureText();
  const { status, run } = useAction();
  const { mutateAsync: signTypedData } = useSignTypedData();
  const [isWaiting, setWaiting] = useState(false);
  const [isSigned, setSigned] = useState(false);
  const sign = async () => {
    setWaiting(true);
    try {
      onSigned(await signTypedData(typedData));
      setSigned(true);
    } finally {
      setWaiting(false);
    }
    // Nothing to send.
    return null;
  };
  const steps: ActionStep[] = [...before, { name: shown.confirmLabel, call: sign }];
  const step = "step" in status ? status.step : 0;
  const state = isWaiting ? "awaiting-signature" : isBusy(status) ? status.state : null;
  return (
    <ActionDialog
      {...shown}
      open
      onOpenChange={(open) => !open && onClose()}
      irrevocable={false}
      networkCost={null}
      onConfirm={() => void run(steps)}
      steps={{
        label: t("action.steps"),
        names: steps.map(({ name }) => name),
        current: isSigned ? steps.length : step,
      }}
      progress={state && t(`action.${state}`)}
      failure={status.state === "failed" ? failureText(status.failure) : null}
      outcome={isSigned ? outcome : null}
    >
      {children}
    </ActionDialog>
  );
}
