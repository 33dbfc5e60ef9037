import { useState } from "react";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { isolatedText } from "../../domain/plain-text.ts";
import { rolesFromBits } from "../../domain/roles.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { AdmissionFields } from "./AdmissionFields.tsx";
import { type Admission, type AdmissionDraft, checkAdmission } from "./admission.ts";
import { NameFailure } from "./NameFailure.tsx";
import { useText } from "./text.ts";
import { useSaveName } from "./useSaveName.ts";

interface AdmitDialogProps {
  admitted: readonly Participant[];
  /** The chain's day. */
  today: number;
  onClose: () => void;
  onAdmitted: (admission: Admission) => void;
}

const ONE_YEAR = 365;

/** Asks who it is, shows what will be signed, admits, then writes the name into the directory. */
export function AdmitDialog({ admitted, today, onClose, onAdmitted }: AdmitDialogProps) {
  const t = useText();
  const [draft, setDraft] = useState<AdmissionDraft>(() => emptyDraft(today));
  const [wasSubmitted, setSubmitted] = useState(false);
  const [reviewed, setReviewed] = useState<Admission | null>(null);
  const checked = checkAdmission(draft, admitted, today);
  const submit = () => {
    setSubmitted(true);
    if ("admission" in checked) setReviewed(checked.admission);
  };
  if (reviewed) {
    return (
      <AdmissionReview
        admission={reviewed}
        onBack={() => setReviewed(null)}
        onClose={onClose}
        onAdmitted={onAdmitted}
      />
    );
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("admit.title")}
      footer={
        <Button variant="primary" onClick={submit}>
          {t("admit.review")}
        </Button>
      }
    >
      <AdmissionFields
        draft={draft}
        problems={"problems" in checked ? checked.problems : {}}
        showAll={wasSubmitted}
        admitted={admitted}
        today={today}
        onChange={(change) => setDraft((kept) => ({ ...kept, ...change }))}
      />
    </Dialog>
  );
}

interface AdmissionReviewProps {
  admission: Admission;
  onBack: () => void;
  onClose: () => void;
  onAdmitted: (admission: Admission) => void;
}

function AdmissionReview({ admission, onBack, onClose, onAdmitted }: AdmissionReviewProps) {
  const t = useText();
  const common = useCommonText();
  const format = useFormat();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const saving = useSaveName();
  const [isConfirmed, setConfirmed] = useState(false);
  const { account, identity, roles, kycUntil } = admission;
  const name = isolatedText(admission.nameZh ? `${admission.name} ${admission.nameZh}` : admission.name);
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "admit",
    args: [account, identity, roles, kycUntil],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && (isConfirmed ? onClose() : onBack())}
      title={t("admit.title")}
      facts={[
        { label: t("fact.organisation"), value: <bdi className="wrap-anywhere">{name}</bdi> },
        { label: t("column.number"), value: `${admission.scheme} ${admission.number}` },
        {
          label: t("column.roles"),
          value: rolesFromBits(roles)
            .map((role) => common(`role.${role}`))
            .join(" · "),
        },
        { label: t("column.account"), value: <span className="font-mono text-sm break-all">{account}</span> },
        { label: t("column.kycUntil"), value: format.day(kycUntil) },
        { label: t("fact.effect"), value: t("admit.explain") },
      ]}
      confirmLabel={t("admit.confirm")}
      steps={[{ name: t("admit.confirm"), call }]}
      onConfirmed={() => {
        setConfirmed(true);
        onAdmitted(admission);
        saving.mutate(admission);
      }}
      outcome={() => (
        <>
          <p>{t("admit.admitted", { name: isolatedText(admission.name) || nameOf(account) })}</p>
          {saving.isPending && <p>{t("admit.nameSaving")}</p>}
          {saving.isSuccess && <p>{t("admit.nameKept")}</p>}
        </>
      )}
    >
      {saving.isError && <NameFailure error={saving.error} onRetry={() => saving.mutate(admission)} />}
    </ActionReview>
  );
}

function emptyDraft(today: number): AdmissionDraft {
  return {
    name: "",
    nameZh: "",
    scheme: "USCC",
    number: "",
    roles: [],
    account: "",
    kycUntil: isoFromDay(today + ONE_YEAR),
  };
}
