import type { Address } from "viem";
import { useLoans } from "../../app/data/queries/loans.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { PaperForMe } from "../../app/financing/PaperForMe.tsx";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { LOAN_OFFER, type LoanOffer, type Paper } from "../../domain/signed-paper.ts";
import { BorrowReview } from "./BorrowReview.tsx";
import { borrowCall } from "./loan-call.ts";
import { useOfferFacts } from "./useOfferFacts.tsx";

interface OfferForMeProps {
  paper: Paper<LoanOffer>;
  account: Address;
  clock: LedgerClock;
}

/** A bank's loan offer as its reader sees it: what it lends, what is to be repaid, whether it holds. */
export function OfferForMe({ paper, account, clock }: OfferForMeProps) {
  const { pledgeDesk } = useDeployment().addresses;
  const { data: loans = [] } = useLoans(useMyAccounts());
  const factsOf = useOfferFacts();
  const { message: offer, signature } = paper;
  return (
    <PaperForMe
      kind={LOAN_OFFER}
      paper={paper}
      bank={offer.lender}
      cash={offer.principal}
      account={account}
      clock={clock}
      desk={pledgeDesk}
      call={borrowCall(pledgeDesk, offer, signature)}
      taken={loans}
      factsOf={(check) => factsOf({ ...check, offer, clock })}
      review={(check, close) => <BorrowReview paper={paper} check={check} clock={clock} onClose={close} />}
    />
  );
}
