import { useState } from "react";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { TextField } from "../../ui/TextField.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import type { ChangeDialogProps } from "./change.ts";
import { DraftDialog } from "./DraftDialog.tsx";
import { ReasonFailure } from "./ReasonFailure.tsx";
import { LONGEST_REASON, reasonProblem } from "./reason.ts";
import { useText } from "./text.ts";
import { useChangeFacts } from "./useChangeFacts.tsx";
import { useFlawText } from "./useFlawText.ts";
import { useSaveReason } from "./useSaveReason.ts";

/** Suspends a participant or restores it, once the operator has said why and has read what that means. */
export function StandingDialog({ change, onClose }: ChangeDialogProps) {
  const t = useText();
  const flawText = useFlawText();
  const [reason, setReason] = useState("");
  const [wasTried, setTried] = useState(false);
  const [isReviewed, setReviewed] = useState(false);
  const action = change.action === "restore" ? "restore" : "suspend";
  const problem = reasonProblem(reason);
  const review = () => {
    setTried(true);
    setReviewed(problem === null);
  };
  if (isReviewed)
    return (
      <Review
        change={change}
        action={action}
        reason={reason.trim()}
        onBack={() => setReviewed(false)}
        onClose={onClose}
      />
    );
  return (
    <DraftDialog
      title={t(`${action}.title`, { name: change.name })}
      description={t(`${action}.explain`)}
      onReview={review}
      onClose={onClose}
    >
      <TextField
        label={t("reason.label")}
        hint={t("reason.hint")}
        value={reason}
        maxLength={LONGEST_REASON}
        onChange={({ target }) => setReason(target.value)}
        error={wasTried && problem ? (problem === "missing" ? t("reason.missing") : flawText(problem)) : undefined}
      />
    </DraftDialog>
  );
}

interface ReviewProps extends ChangeDialogProps {
  action: "suspend" | "restore";
  reason: string;
  onBack: () => void;
}

function Review({ change, action, reason, onBack, onClose }: ReviewProps) {
  const t = useText();
  const { addresses } = useDeployment();
  const facts = useChangeFacts(change);
  const saving = useSaveReason(change.participant.identity);
  const [isConfirmed, setConfirmed] = useState(false);
  const { account } = change.participant;
  const call = contractCall({ address: addresses.ledger, abi: ledgerAbi, functionName: action, args: [account] });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onClose() : onBack())}
      title={t(`${action}.title`, { name: change.name })}
      facts={[
        ...facts,
        { label: t("reason.label"), value: <UntrustedText>{reason}</UntrustedText> },
        { label: t("fact.effect"), value: t(`${action}.explain`) },
      ]}
      confirmLabel={t(`${action}.open`)}
      steps={[{ name: t(`${action}.open`), call }]}
      onConfirmed={() => {
        setConfirmed(true);
        saving.mutate({ action, reason });
      }}
      outcome={() => (
        <>
          <p>{t(`${action}.done`, { name: change.name })}</p>
          {saving.isPending && <p>{t("reason.saving")}</p>}
          {saving.isSuccess && <p>{t("reason.kept")}</p>}
        </>
      )}
    >
      {saving.isError && <ReasonFailure error={saving.error} onRetry={() => saving.mutate({ action, reason })} />}
    </ActionReview>
  );
}
