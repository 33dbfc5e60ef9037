import { useState } from "react";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import { DateField } from "../../ui/DateField.tsx";
import type { ChangeDialogProps } from "./change.ts";
import { DraftDialog } from "./DraftDialog.tsx";
import { readTerm } from "./term.ts";
import { useText } from "./text.ts";
import { useChangeFacts } from "./useChangeFacts.tsx";

/** Renews or shortens the term of a participant's checks. */
export function TermDialog({ change, onClose }: ChangeDialogProps) {
  const t = useText();
  const today = useLedgerClock()?.today;
  const { participant, name } = change;
  const [iso, setIso] = useState(() => isoFromDay(participant.kycUntil));
  const [wasTried, setTried] = useState(false);
  const [reviewed, setReviewed] = useState<number | null>(null);
  const read = readTerm(iso, participant.kycUntil);
  const review = () => {
    setTried(true);
    if ("day" in read) setReviewed(read.day);
  };
  if (reviewed !== null)
    return <Review change={change} day={reviewed} onBack={() => setReviewed(null)} onClose={onClose} />;
  return (
    <DraftDialog title={t("term.title", { name })} description={t("term.explain")} onReview={review} onClose={onClose}>
      <DateField
        label={t("admit.kycUntil")}
        value={iso}
        onChange={({ target }) => setIso(target.value)}
        error={wasTried && "problem" in read ? t(`term.${read.problem}`) : undefined}
      />
      {"day" in read && today !== undefined && read.day < today && <Callout tone="warning">{t("term.past")}</Callout>}
    </DraftDialog>
  );
}

function Review({ change, day, onBack, onClose }: ChangeDialogProps & { day: number; onBack: () => void }) {
  const t = useText();
  const format = useFormat();
  const { addresses } = useDeployment();
  const facts = useChangeFacts(change);
  const [isConfirmed, setConfirmed] = useState(false);
  const { account, kycUntil } = change.participant;
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "setKycUntil",
    args: [account, day],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onClose() : onBack())}
      title={t("term.title", { name: change.name })}
      facts={[
        ...facts,
        { label: t("term.before"), value: format.day(kycUntil) },
        { label: t("term.after"), value: format.day(day) },
        { label: t("fact.effect"), value: t("term.explain") },
      ]}
      confirmLabel={t("term.confirm")}
      steps={[{ name: t("term.confirm"), call }]}
      onConfirmed={() => setConfirmed(true)}
      outcome={() => t("term.done", { name: change.name, day: format.day(day) })}
    />
  );
}
