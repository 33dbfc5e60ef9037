import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { partsToTake } from "../../domain/loan-acts.ts";
import { entitlement } from "../../domain/telescoping.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface ForecloseReviewProps {
  loan: BookedLoan;
  onClose: () => void;
}

/** The lender takes slices at their worth; what they are worth above the debt it owes their holder. */
export function ForecloseReview({ loan, onClose }: ForecloseReviewProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { pledgeDesk } = useDeployment().addresses;
  // As it was when the review opened: the slices are the lender's afterwards.
  const [{ debt, parts, receivable }] = useState(loan);
  const owed = debt.principal + debt.interest;
  const paidOf = ({ start, end }: { start: bigint; end: bigint }) =>
    entitlement(receivable.paidFace, receivable.face, start, end);
  const { taken, worth } = partsToTake(parts, owed, paidOf);
  const surplus = worth > owed ? worth - owed : 0n;
  const call = contractCall({
    ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "foreclose" },
    args: [loan.id, taken.map(({ id }) => BigInt(id))],
  });
  const shown = (minor: bigint, strong = false) => <Amount strong={strong} text={money(minor, loan.currency)} />;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("foreclose.title", { id: String(loan.id) })}
      facts={[
        { label: t("foreclose.borrower"), value: nameOf(loan.borrower) },
        { label: t("foreclose.debt"), value: shown(owed) },
        { label: t("foreclose.worth"), value: shown(worth, true) },
        { label: t("foreclose.left"), value: shown(owed > worth ? owed - worth : 0n) },
        { label: t("foreclose.surplus"), value: shown(surplus) },
      ]}
      irrevocable
      confirmLabel={t("foreclose.confirm")}
      steps={[{ name: t("foreclose.confirm"), call }]}
      outcome={() => t("foreclose.done")}
    >
      <p>{t("foreclose.effect")}</p>
      {surplus > 0n && (
        <Callout tone="warning">{t("foreclose.owes", { amount: money(surplus, loan.currency) })}</Callout>
      )}
    </ActionReview>
  );
}
