import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import type { SignedConfirmation } from "../../domain/signed-confirmation.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useText } from "./useText.ts";

export function SubmitReview({ signed, onClose }: { signed: SignedConfirmation; onClose: () => void }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const { addresses } = useDeployment();
  const { terms, creditor, policy, deadline, signature } = signed;
  const told = {
    obligor: nameOf(terms.obligor),
    creditor: nameOf(creditor),
    amount: money(terms.face, terms.currency),
    day: format.day(terms.dueDay),
  };
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "confirmBySignature",
    args: [creditor, { ...terms, face: uint48(terms.face) }, policy, deadline, signature],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("reviewTitle", told)}
      facts={[
        { label: t("amount"), value: <Amount strong text={told.amount} /> },
        { label: t("creditor"), value: told.creditor },
        { label: t("due"), value: told.day },
      ]}
      irrevocable
      confirmLabel={t("button")}
      steps={[{ name: t("button"), call }]}
      outcome={() => t("done", told)}
    >
      <p>{t("effect", told)}</p>
    </ActionReview>
  );
}
