import { Link } from "@tanstack/react-router";
import type { PolicyVersion } from "../../app/data/queries/policy.ts";
import type { ReceivableRow } from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { SafeCalls } from "../../app/transaction/safe/SafeCalls.tsx";
import { ledgerAbi } from "../../generated/contracts.ts";
import { registeredTerms } from "./terms.ts";
import { useText } from "./useText.ts";
import { useUndertaking } from "./useUndertaking.tsx";

interface ConfirmReviewProps {
  receivable: ReceivableRow;
  policy: PolicyVersion;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The undertaking in words, then the signature. */
export function ConfirmReview({ receivable, policy, open, onOpenChange }: ConfirmReviewProps) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { addresses } = useDeployment();
  const { nameOf } = useDirectory();
  const facts = useUndertaking(receivable, policy);
  const call = contractCall({
    address: addresses.ledger,
    abi: ledgerAbi,
    functionName: "confirm",
    args: [receivable.creditor, registeredTerms(receivable), policy.version],
  });
  const steps = [{ name: t("confirm.button"), call }];
  const told = {
    supplier: nameOf(receivable.creditor),
    amount: money(receivable.face, receivable.currency),
    day: format.day(receivable.dueDay),
  };
  return (
    <ActionReview
      open={open}
      onOpenChange={onOpenChange}
      title={t("confirm.title", { supplier: told.supplier })}
      facts={facts}
      irrevocable
      confirmLabel={t("confirm.button")}
      steps={steps}
      outcome={() => (
        <>
          <p>{t("confirm.done", told)}</p>
          <Link to="/receivables/$id" params={{ id: receivable.id }} className="text-accent underline">
            {t("confirm.open")}
          </Link>
        </>
      )}
    >
      <p>{t("confirm.effect")}</p>
      <SafeCalls
        steps={steps}
        words={{ name: t("confirm.title", told), description: t("confirm.promiseText", told) }}
      />
    </ActionReview>
  );
}
