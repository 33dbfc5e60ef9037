import { useState } from "react";
import type { Address } from "viem";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useQuoteSales } from "../../app/data/queries/quotes.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { PaperVerdict } from "../../app/financing/PaperVerdict.tsx";
import { type PaperCheck, usePaperCheck } from "../../app/financing/usePaperCheck.ts";
import { digestOf } from "../../app/financing/usePapers.ts";
import { type Paper, QUOTE, type Quote } from "../../domain/signed-paper.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Comparison } from "./Comparison.tsx";
import { takeQuoteCall } from "./quote-call.ts";
import { TakeReview } from "./TakeReview.tsx";
import { useText } from "./text.ts";
import { useQuoteFacts } from "./useQuoteFacts.tsx";

interface QuoteForMeProps {
  paper: Paper<Quote>;
  account: Address;
  clock: LedgerClock;
}

/** A bank's quote as its reader sees it: what it pays, whether it holds, what else there is. */
export function QuoteForMe({ paper, account, clock }: QuoteForMeProps) {
  const t = useText();
  const { discountDesk } = useDeployment().addresses;
  const { message, signature } = paper;
  const terms = { ...message, cash: message.net, signature };
  const call = takeQuoteCall(discountDesk, message, signature);
  const check = usePaperCheck(terms, account, clock, discountDesk, call);
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

function Checked({ paper, account, clock, check }: QuoteForMeProps & { check: PaperCheck }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const { data: sales = [] } = useQuoteSales(account);
  // What was taken is kept: its receipt is still read when the slice is the bank's.
  const [taken, setTaken] = useState<PaperCheck | null>(null);
  const { message } = paper;
  const digest = digestOf(QUOTE, paper).toLowerCase();
  const isTaken = sales.some((sale) => sale.digest.toLowerCase() === digest);
  const facts = useQuoteFacts({ quote: message, slice: check.slice, currency: check.currency, clock });
  const { utcOffsetHours } = clock.policy;
  const holds = check.flaws.length === 0 && check.refusal === null;
  return (
    <Card className="grid gap-4">
      <h3 className="font-semibold">{t("forMe.from", { bank: nameOf(message.bank) })}</h3>
      {isTaken ? (
        <Callout tone="positive">{t("forMe.taken")}</Callout>
      ) : (
        <PaperVerdict check={check} bank={message.bank} expiresAt={message.expiresAt} utcOffsetHours={utcOffsetHours} />
      )}
      <DescriptionList facts={facts} />
      {!isTaken && holds && <Comparison quote={message} check={check} clock={clock} />}
      {holds && !isTaken && (
        <Button variant="primary" className="justify-self-end" onClick={() => setTaken(check)}>
          {t("forMe.take")}
        </Button>
      )}
      {taken && <TakeReview paper={paper} check={taken} clock={clock} onClose={() => setTaken(null)} />}
    </Card>
  );
}
