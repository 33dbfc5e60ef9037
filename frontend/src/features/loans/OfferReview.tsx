import type { Currency } from "../../app/deployment/deployment.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { SignPaper } from "../../app/financing/SignPaper.tsx";
import { minorToToken } from "../../domain/money.ts";
import { LOAN_OFFER, type LoanOffer } from "../../domain/signed-paper.ts";
import type { LoanTerms } from "./loan-offer-form.ts";
import type { OfferFormProps } from "./OfferForm.tsx";
import { useOfferFacts } from "./useOfferFacts.tsx";

interface OfferReviewProps extends OfferFormProps {
  terms: LoanTerms;
  currency: Currency;
  onClose: () => void;
}

export function OfferReview(props: OfferReviewProps) {
  const { slice, account, clock, draft, terms, currency, others, onSigned, onClose } = props;
  const { pledgeDesk } = useDeployment().addresses;
  const factsOf = useOfferFacts();
  return (
    <SignPaper<LoanOffer>
      kind={LOAN_OFFER}
      bank={account}
      desk={pledgeDesk}
      slice={slice}
      currency={currency}
      cash={terms.principal}
      needed={neededFor(terms.principal, others, currency)}
      messageIn={(series) => ({
        ...{ id: BigInt(slice.id), word: slice.word, lender: account, series, limited: draft.limited },
        ...terms,
      })}
      factsOf={(message) => factsOf({ offer: message, slice, currency, clock })}
      onSigned={onSigned}
      onClose={onClose}
    />
  );
}

/** What the desk must be allowed to take so that this offer and every other open one could be taken; in units of the token. */
function neededFor(principal: bigint, others: OfferFormProps["others"], currency: Currency): bigint {
  const open = others.filter((other) => other.state === "open" && other.currency === currency.index);
  const sum = open.reduce((all, { message }) => all + message.principal, principal);
  return minorToToken(sum, currency.minorDigits, currency.tokenDecimals);
}
