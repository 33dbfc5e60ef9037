import type { Address } from "viem";
import { useQuoteSales } from "../../app/data/queries/quotes.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { PaperForMe } from "../../app/financing/PaperForMe.tsx";
import { type Paper, QUOTE, type Quote } from "../../domain/signed-paper.ts";
import { Comparison } from "./Comparison.tsx";
import { takeQuoteCall } from "./quote-call.ts";
import { TakeReview } from "./TakeReview.tsx";
import { useQuoteFacts } from "./useQuoteFacts.tsx";

interface QuoteForMeProps {
  paper: Paper<Quote>;
  account: Address;
  clock: LedgerClock;
}

/** A bank's quote as its reader sees it: what it pays, whether it holds, what else there is. */
export function QuoteForMe({ paper, account, clock }: QuoteForMeProps) {
  const { discountDesk } = useDeployment().addresses;
  const { data: sales = [] } = useQuoteSales(account);
  const factsOf = useQuoteFacts();
  const { message: quote, signature } = paper;
  return (
    <PaperForMe
      kind={QUOTE}
      paper={paper}
      bank={quote.bank}
      cash={quote.net}
      account={account}
      clock={clock}
      desk={discountDesk}
      call={takeQuoteCall(discountDesk, quote, signature)}
      taken={sales}
      factsOf={(check) => factsOf({ ...check, quote, clock })}
      besides={(check) => <Comparison quote={quote} check={check} clock={clock} />}
      review={(check, close) => <TakeReview paper={paper} check={check} clock={clock} onClose={close} />}
    />
  );
}
