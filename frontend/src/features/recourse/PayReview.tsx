import { useState } from "react";
import type { SliceRow } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency, useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { ActionReview } from "../../app/transaction/ActionReview.tsx";
import { contractCall } from "../../app/transaction/action.ts";
import { useApproveStep, useSpendable } from "../../app/transaction/useApproveStep.ts";
import { minorToToken } from "../../domain/money.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { recourseDeskAbi } from "../../generated/contracts.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { Claim } from "./recourse-acts.ts";
import { useText } from "./text.ts";
import { useClaimFacts } from "./useClaimFacts.tsx";
import type { RecourseLine } from "./useRecourse.ts";

interface PayReviewProps {
  line: RecourseLine;
  onClose: () => void;
}

/** The seller pays what it owes, and the slice comes back to it. */
export function PayReview({ line, onClose }: PayReviewProps) {
  const currency = useCurrency(line.receivable.currency);
  return currency ? <WithCash line={line} currency={currency} onClose={onClose} /> : null;
}

function WithCash({ line, currency, onClose }: PayReviewProps & { currency: Currency }) {
  const { recourseDesk } = useDeployment().addresses;
  const cash = useSpendable(currency, recourseDesk);
  const { slice, claim } = line;
  if (!cash || !slice || !claim) return null;
  return <Review line={line} slice={slice} claim={claim} currency={currency} cash={cash} onClose={onClose} />;
}

interface ReviewProps extends PayReviewProps {
  slice: SliceRow;
  claim: Claim;
  currency: Currency;
  /** In units of the token. */
  cash: { balance: bigint; allowance: bigint };
}

function Review({ line, slice, claim, currency, cash: cashNow, onClose }: ReviewProps) {
  const t = useText();
  const money = useMoney();
  const { nameOf } = useDirectory();
  const { recourseDesk } = useDeployment().addresses;
  const facts = useClaimFacts(line);
  // As it was when the review opened: afterwards the cash is spent.
  const [cash] = useState(cashNow);
  const { amount } = claim;
  const needed = minorToToken(amount, currency.minorDigits, currency.tokenDecimals);
  const spender = recourseDesk;
  const approve = useApproveStep({ currency, spender, amount: needed }, cash.allowance, t("pay.approve"));
  const call = contractCall({
    ...{ address: recourseDesk, abi: recourseDeskAbi, functionName: "payRecourse" },
    args: [line.link.id, BigInt(slice.id), slice.word, amount],
  });
  const shown = money(amount, currency.index);
  return (
    <ActionReview
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("pay.title", { bank: nameOf(line.link.bank) })}
      facts={facts}
      irrevocable
      confirmLabel={t("pay.confirm")}
      steps={[...approve, { name: t("pay.confirm"), call }]}
      outcome={() => t("pay.done", { amount: shown })}
    >
      <p>{t("pay.effect", { amount: shown })}</p>
      {approve.length > 0 && <Callout>{t("pay.approveWhy", { amount: shown })}</Callout>}
      {cash.balance < needed && (
        <Callout tone="warning">
          {t("pay.short", { balance: money(tokenToMinor(cash.balance, currency), currency.index) })}
        </Callout>
      )}
    </ActionReview>
  );
}
