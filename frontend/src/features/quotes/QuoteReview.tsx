import { useStandingOffers } from "../../app/data/queries/offers.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { SignPaper } from "../../app/financing/SignPaper.tsx";
import { allowanceFor } from "../../domain/offer-allowance.ts";
import { QUOTE, type Quote } from "../../domain/signed-paper.ts";
import type { QuoteFormProps } from "./QuoteForm.tsx";
import type { ReadQuote } from "./quote-form.ts";
import { useQuoteFacts } from "./useQuoteFacts.tsx";

interface QuoteReviewProps extends QuoteFormProps {
  quote: ReadQuote;
  currency: Currency;
  onClose: () => void;
}

export function QuoteReview(props: QuoteReviewProps) {
  const { slice, account, clock, draft, quote, currency, others, onSigned, onClose } = props;
  const { discountDesk } = useDeployment().addresses;
  const factsOf = useQuoteFacts();
  const { data: posted } = useStandingOffers({ bank: account });
  const open = others.filter((other) => other.state === "open" && other.currency === currency.index);
  const left = open.reduce((sum, { message }) => sum + message.net, quote.net);
  return (
    <SignPaper<Quote>
      kind={QUOTE}
      bank={account}
      desk={discountDesk}
      slice={slice}
      currency={currency}
      cash={quote.net}
      needed={posted && allowanceFor({ id: null, left }, posted, currency, clock.timestamp)}
      messageIn={(series) => ({
        ...{ id: BigInt(slice.id), word: slice.word, bank: account, net: quote.net, expiresAt: quote.expiresAt },
        ...{ series, recourse: draft.recourse, limited: draft.limited },
      })}
      factsOf={(message) => factsOf({ quote: message, slice, currency, clock })}
      onSigned={onSigned}
      onClose={onClose}
    />
  );
}
