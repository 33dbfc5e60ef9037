import { useState } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useLoans } from "../../app/data/queries/loans.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { PaperVerdict } from "../../app/financing/PaperVerdict.tsx";
import { type PaperCheck, usePaperCheck } from "../../app/financing/usePaperCheck.ts";
import { digestOf } from "../../app/financing/usePapers.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { LOAN_OFFER, type LoanOffer, type Paper } from "../../domain/signed-paper.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { BorrowReview } from "./BorrowReview.tsx";
import { borrowCall } from "./loan-call.ts";
import { useText } from "./text.ts";
import { useOfferFacts } from "./useOfferFacts.tsx";

interface OfferForMeProps {
  paper: Paper<LoanOffer>;
  account: Address;
  clock: LedgerClock;
}

/** A bank's loan offer as its reader sees it: what it lends, what is to be repaid, whether it holds. */
export function OfferForMe({ paper, account, clock }: OfferForMeProps) {
  const t = useText();
  const { pledgeDesk } = useDeployment().addresses;
  const { message, signature } = paper;
  const terms = { ...message, bank: message.lender, cash: message.principal, signature };
  const check = usePaperCheck(terms, account, clock, pledgeDesk, borrowCall(pledgeDesk, message, signature));
  return (
    <Loaded query={check}>
      {(found) =>
        found ? (
          <Checked paper={paper} account={account} clock={clock} check={found} />
        ) : (
          <Callout tone="danger">{t("forMe.unknownSlice")}</Callout>
        )
      }
    </Loaded>
  );
}

function Checked({ paper, clock, check }: OfferForMeProps & { check: PaperCheck }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { data: loans = [] } = useLoans(useMyAccounts());
  // What was taken is kept: its receipt is still read when the slice is locked.
  const [taken, setTaken] = useState<PaperCheck | null>(null);
  const { message } = paper;
  const digest = digestOf(LOAN_OFFER, paper).toLowerCase();
  const isTaken = loans.some((loan) => loan.digest.toLowerCase() === digest);
  const facts = useOfferFacts({ offer: message, slice: check.slice, currency: check.currency, clock });
  const holds = check.flaws.length === 0 && check.refusal === null && !isTaken;
  return (
    <Card className="grid gap-4">
      <h3 className="font-semibold">{t("forMe.from", { bank: nameOf(message.lender) })}</h3>
      {isTaken ? (
        <Callout tone="positive">{t("forMe.taken")}</Callout>
      ) : (
        <PaperVerdict
          check={check}
          bank={message.lender}
          expiresAt={message.expiresAt}
          utcOffsetHours={clock.policy.utcOffsetHours}
        />
      )}
      <DescriptionList facts={facts} />
      {holds && (
        <Button variant="primary" className="justify-self-end" onClick={() => setTaken(check)}>
          {t("forMe.take")}
        </Button>
      )}
      {taken && <BorrowReview paper={paper} check={taken} clock={clock} onClose={() => setTaken(null)} />}
    </Card>
  );
}
