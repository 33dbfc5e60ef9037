import { useState } from "react";
import type { Hex } from "viem";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { fileNameOf } from "../../app/financing/file-name.ts";
import { Handover } from "../../app/financing/Handover.tsx";
import { SignReview } from "../../app/financing/SignReview.tsx";
import { useSeries } from "../../app/financing/usePaperTruth.ts";
import { useSliceText } from "../../app/financing/useSliceText.ts";
import { useApproveStep, useSpendable } from "../../app/transaction/useApproveStep.ts";
import { minorToToken } from "../../domain/money.ts";
import { LOAN_OFFER, type LoanOffer, typedDataOf, writePaper } from "../../domain/signed-paper.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { LoanTerms } from "./loan-offer-form.ts";
import type { OfferFormProps } from "./OfferForm.tsx";
import { useText } from "./text.ts";
import { useOfferFacts } from "./useOfferFacts.tsx";

interface OfferReviewProps extends OfferFormProps {
  terms: LoanTerms;
  currency: Currency;
  onClose: () => void;
}

export function OfferReview(props: OfferReviewProps) {
  const { pledgeDesk } = useDeployment().addresses;
  const series = useSeries("loanOffer", props.account);
  const cash = useSpendable(props.currency, pledgeDesk);
  if (series === undefined || !cash) return null;
  return <Review {...props} series={series} cash={cash} />;
}

interface ReviewProps extends OfferReviewProps {
  series: bigint;
  /** In units of the token. */
  cash: { balance: bigint; allowance: bigint };
}

function Review({
  slice,
  account,
  clock,
  draft,
  terms,
  currency,
  others,
  series,
  cash,
  onSigned,
  onClose,
}: ReviewProps) {
  const t = useText();
  const money = useMoney();
  const sliceText = useSliceText();
  const { chainId, addresses } = useDeployment();
  const desk = addresses.pledgeDesk;
  const [text, setText] = useState<string | null>(null);
  const [message] = useState<LoanOffer>(() => ({
    ...{ id: BigInt(slice.id), word: slice.word, lender: account, series, limited: draft.limited },
    ...terms,
  }));
  // As it was when the review opened: the steps must not change while they are signed.
  const [amount] = useState(() => neededFor(terms.principal, others, currency));
  const approve = useApproveStep({ currency, spender: desk, amount }, cash.allowance, t("sign.approve"));
  const facts = useOfferFacts({ offer: message, slice, currency, clock });
  const keep = (signature: Hex) => {
    const paper = writePaper(LOAN_OFFER, { chainId, desk, message, signature });
    setText(paper);
    onSigned(paper);
  };
  const isShort = tokenToMinor(cash.balance, currency) < terms.principal;
  return (
    <SignReview
      title={t("sign.title")}
      facts={facts}
      confirmLabel={t("sign.confirm")}
      before={approve}
      typedData={typedDataOf(LOAN_OFFER, { chainId, desk }, message)}
      onSigned={keep}
      onClose={onClose}
      outcome={
        text !== null && (
          <div className="grid gap-2">
            <p className="font-semibold">{t("sign.done")}</p>
            <Handover
              text={text}
              path="/loans"
              fileName={fileNameOf("loanOffer", message.id)}
              about={sliceText(slice)}
            />
          </div>
        )
      }
    >
      <p>{t("sign.effect")}</p>
      {approve.length > 0 && (
        <Callout>{t("sign.approveWhy", { amount: money(tokenToMinor(amount, currency), currency.index) })}</Callout>
      )}
      {isShort && <Callout tone="warning">{t("sign.lowCash")}</Callout>}
    </SignReview>
  );
}

/** What the desk must be allowed to take so that this offer and every other open one could be taken; in units of the token. */
function neededFor(principal: bigint, others: OfferFormProps["others"], currency: Currency): bigint {
  const open = others.filter((other) => other.state === "open" && other.currency === currency.index);
  const sum = open.reduce((all, { message }) => all + message.principal, principal);
  return minorToToken(sum, currency.minorDigits, currency.tokenDecimals);
}
