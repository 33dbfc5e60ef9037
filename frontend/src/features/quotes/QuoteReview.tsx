import { useState } from "react";
import type { Hex } from "viem";
import { useStandingOffers } from "../../app/data/queries/offers.ts";
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
import { allowanceFor } from "../../domain/offer-allowance.ts";
import { QUOTE, type Quote, typedDataOf, writePaper } from "../../domain/signed-paper.ts";
import { tokenToMinor } from "../../domain/token-to-minor.ts";
import { Callout } from "../../ui/Callout.tsx";
import type { QuoteFormProps } from "./QuoteForm.tsx";
import type { ReadQuote } from "./quote-form.ts";
import { useText } from "./text.ts";
import { useQuoteFacts } from "./useQuoteFacts.tsx";

interface QuoteReviewProps extends QuoteFormProps {
  quote: ReadQuote;
  currency: Currency;
  onClose: () => void;
}

export function QuoteReview(props: QuoteReviewProps) {
  const { discountDesk } = useDeployment().addresses;
  const series = useSeries("quote", props.account);
  const cash = useSpendable(props.currency, discountDesk);
  const { data: posted } = useStandingOffers({ bank: props.account });
  if (series === undefined || !cash || !posted) return null;
  const nets = props.others.filter(({ state, currency }) => state === "open" && currency === props.currency.index);
  const left = nets.reduce((sum, { message }) => sum + message.net, props.quote.net);
  const needed = allowanceFor({ id: null, left }, posted, props.currency, props.clock.timestamp);
  return <Review {...props} series={series} cash={cash} needed={needed} />;
}

interface ReviewProps extends QuoteReviewProps {
  series: bigint;
  /** In units of the token, as with `needed`. */
  cash: { balance: bigint; allowance: bigint };
  needed: bigint;
}

function Review({
  slice,
  account,
  clock,
  draft,
  quote,
  currency,
  series,
  cash,
  needed,
  onSigned,
  onClose,
}: ReviewProps) {
  const t = useText();
  const money = useMoney();
  const sliceText = useSliceText();
  const { chainId, addresses } = useDeployment();
  const [text, setText] = useState<string | null>(null);
  const [message] = useState<Quote>(() => ({
    ...{ id: BigInt(slice.id), word: slice.word, bank: account, net: quote.net, expiresAt: quote.expiresAt },
    ...{ series, recourse: draft.recourse, limited: draft.limited },
  }));
  // As it was when the review opened: the steps must not change while they are signed.
  const [amount] = useState(needed);
  const desk = addresses.discountDesk;
  const approve = useApproveStep({ currency, spender: desk, amount }, cash.allowance, t("sign.approve"));
  const facts = useQuoteFacts({ quote: message, slice, currency, clock });
  const keep = (signature: Hex) => {
    const paper = writePaper(QUOTE, { chainId, desk, message, signature });
    setText(paper);
    onSigned(paper);
  };
  const isShort = cash.balance < minorToToken(quote.net, currency.minorDigits, currency.tokenDecimals);
  return (
    <SignReview
      title={t("sign.title")}
      facts={facts}
      confirmLabel={t("sign.confirm")}
      before={approve}
      typedData={typedDataOf(QUOTE, { chainId, desk }, message)}
      onSigned={keep}
      onClose={onClose}
      outcome={
        text !== null && (
          <div className="grid gap-2">
            <p className="font-semibold">{t("sign.done")}</p>
            <Handover text={text} path="/quotes" fileName={fileNameOf("quote", message.id)} about={sliceText(slice)} />
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
