import { useState } from "react";
import { getAddress } from "viem";
import { useSurpluses } from "../../app/data/queries/loans.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { useApproveStep, useSpendable } from "../../app/transaction/useApproveStep.ts";
import { minorToToken } from "../../domain/money.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { useText } from "./text.ts";
import type { BookedLoan } from "./useLoanBook.ts";

interface SurplusReviewProps {
  loan: BookedLoan;
  onClose: () => void;
}

interface Owed {
  holder: string;
  owed: bigint;
}

/** What the lender owes the holder of slices it has taken; one holder at a time. */
export function SurplusReview({ loan, onClose }: SurplusReviewProps) {
  const { pledgeDesk } = useDeployment().addresses;
  const currency = useCurrency(loan.currency);
  const { data: [first] = [] } = useSurpluses([loan.id]);
  if (!currency) return null;
  return <Ready loan={loan} currency={currency} owed={first} desk={pledgeDesk} onClose={onClose} />;
}

interface ReadyProps extends SurplusReviewProps {
  currency: Currency;
  owed: Owed | undefined;
  desk: `0x${string}`;
}

function Ready({ owed, currency, desk, ...rest }: ReadyProps) {
  const cash = useSpendable(currency, desk);
  // Once it is paid nothing is owed; the dialog still shows what was.
  const [kept, setKept] = useState<Owed | undefined>(owed);
  if (!kept && owed) setKept(owed);
  if (!kept || !cash) return null;
  return <Review {...rest} currency={currency} owed={kept} desk={desk} allowance={cash.allowance} />;
}

function Review({ loan, owed, currency, desk, allowance, onClose }: ReadyProps & { owed: Owed; allowance: bigint }) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const amount = minorToToken(owed.owed, currency.minorDigits, currency.tokenDecimals);
  const approve = useApproveStep({ currency, spender: desk, amount }, allowance, t("repay.approve"));
  const call = contractCall({
    ...{ address: desk, abi: pledgeDeskAbi, functionName: "paySurplus" },
    args: [loan.id, getAddress(owed.holder), owed.owed],
  });
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("surplus.title", { id: String(loan.id) })}
      facts={[
        { label: t("surplus.to"), value: nameOf(owed.holder) },
        { label: t("surplus.amount"), value: <Amount strong text={money(owed.owed, loan.currency)} /> },
      ]}
      irrevocable
      confirmLabel={t("surplus.confirm")}
      steps={[...approve, { name: t("surplus.confirm"), call }]}
      outcome={() => t("surplus.done")}
    >
      <p>{t("surplus.effect")}</p>
    </ActionReview>
  );
}
