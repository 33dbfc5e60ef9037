import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { useApproveStep } from "../../app/transaction/useApproveStep.ts";
import { lockedParts } from "../../domain/loan-acts.ts";
import { creditOf } from "../../domain/loan-debt.ts";
import { minorToToken } from "../../domain/money.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface RepayReviewProps {
  loan: BookedLoan;
  amount: bigint;
  currency: Currency;
  /** In units of the token. */
  cash: { allowance: bigint };
  onClose: () => void;
}

/** A repayment: interest first; the last one unlocks what secured the loan. */
export function RepayReview({ loan, amount, currency, cash, onClose }: RepayReviewProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { pledgeDesk } = useDeployment().addresses;
  // As it was when the review opened.
  const [{ debt, parts }] = useState(loan);
  const owed = debt.principal + debt.interest;
  const isWhole = amount === owed;
  const unlocked = isWhole ? lockedParts(parts).map(({ id }) => BigInt(id)) : [];
  const paid = creditOf(debt, amount);
  const needed = minorToToken(amount, currency.minorDigits, currency.tokenDecimals);
  const approve = useApproveStep({ currency, spender: pledgeDesk, amount: needed }, cash.allowance, t("repay.approve"));
  const call = contractCall({
    address: pledgeDesk,
    abi: pledgeDeskAbi,
    functionName: "repay",
    args: [loan.id, amount, unlocked],
  });
  const shown = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, currency.index)} />;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("repay.title", { id: String(loan.id) })}
      facts={[
        { label: t("repay.to"), value: nameOf(loan.lender) },
        { label: t("repay.amount"), value: shown(amount, true) },
        { label: t("repay.interest"), value: shown(paid.interest) },
        { label: t("repay.principal"), value: shown(paid.principal) },
        { label: t("repay.left"), value: shown(owed - amount) },
      ]}
      irrevocable
      confirmLabel={t("repay.confirm")}
      steps={[...approve, { name: t("repay.confirm"), call }]}
      outcome={() => t(isWhole ? "repay.doneWhole" : "repay.donePart", { left: money(owed - amount, currency.index) })}
    >
      <p>{t(isWhole ? "repay.effectWhole" : "repay.effectPart")}</p>
      {approve.length > 0 && <Callout>{t("repay.approveWhy", { amount: money(amount, currency.index) })}</Callout>}
    </ActionReview>
  );
}
