import { useState } from "react";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { lockedParts } from "../../domain/loan-acts.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface ReviewProps {
  loan: BookedLoan;
  onClose: () => void;
}

/** What the obligor has paid for pledged slices goes to the lender as far as it is owed, and to their holders. */
export function CollectReview({ loan, onClose }: ReviewProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { pledgeDesk } = useDeployment().addresses;
  // As it was when the review opened: what waits is gone once it is collected.
  const [{ debt, waiting }] = useState(loan);
  const owed = debt.principal + debt.interest;
  const rest = waiting.amount > owed ? waiting.amount - owed : 0n;
  const ids = waiting.ids.map(BigInt);
  const call = contractCall({
    ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "collect" },
    args: [loan.id, ids],
  });
  const shown = (minor: bigint) => <Amount text={money(minor, loan.currency)} />;
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("collect.title", { id: String(loan.id) })}
      facts={[
        { label: t("collect.waiting"), value: shown(waiting.amount) },
        { label: t("collect.toLender", { lender: nameOf(loan.lender) }), value: shown(waiting.amount - rest) },
        { label: t("collect.rest"), value: shown(rest) },
      ]}
      irrevocable
      confirmLabel={t("collect.confirm")}
      steps={[{ name: t("collect.confirm"), call }]}
      outcome={() => t("collect.done")}
    >
      <p>{t("collect.effect")}</p>
    </ActionReview>
  );
}

/** Slices of a loan on which nothing is owed become free. */
export function ReleaseReview({ loan, onClose }: ReviewProps) {
  const t = useText();
  const money = useMoney();
  const { pledgeDesk } = useDeployment().addresses;
  const [{ parts }] = useState(loan);
  const locked = lockedParts(parts);
  const face = locked.reduce((sum, part) => sum + part.face, 0n);
  const call = contractCall({
    ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "release" },
    args: [loan.id, locked.map(({ id }) => BigInt(id))],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("release.title", { id: String(loan.id) })}
      facts={[{ label: t("release.face"), value: <Amount text={money(face, loan.currency)} /> }]}
      confirmLabel={t("release.confirm")}
      steps={[{ name: t("release.confirm"), call }]}
      outcome={() => t("release.done")}
    >
      <p>{t("release.effect")}</p>
    </ActionReview>
  );
}
