import { useSearch } from "@tanstack/react-router";
import type { Address } from "viem";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { Intake } from "../../app/financing/Intake.tsx";
import { usePaperFragment } from "../../app/financing/usePaperFragment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { QUOTE } from "../../domain/signed-paper.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AskForQuote } from "./AskForQuote.tsx";
import { BankQuotes } from "./BankQuotes.tsx";
import { QuoteForMe } from "./QuoteForMe.tsx";
import { QuoteTrades } from "./QuoteTrades.tsx";
import { requestOf } from "./quote-request.ts";
import { useText } from "./text.ts";

/** Prices that banks sign for single slices: given by banks, taken by holders. */
export function QuotesScreen() {
  const t = useText();
  const { account, roles } = useMe();
  const clock = useLedgerClock();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {account && clock ? (
        <Parts account={account} clock={clock} isBank={roles.includes("bank")} />
      ) : (
        <Skeleton label={t("title")} />
      )}
    </Page>
  );
}

function Parts({ account, clock, isBank }: { account: Address; clock: LedgerClock; isBank: boolean }) {
  const { discountDesk } = useDeployment().addresses;
  const search = useSearch({ from: "/quotes" });
  const isFromLink = usePaperFragment() !== null;
  const forMe = (
    <Intake kind={QUOTE} desk={discountDesk}>
      {(paper) => <QuoteForMe key={paper.signature} paper={paper} account={account} clock={clock} />}
    </Intake>
  );
  return (
    <>
      {(!isBank || isFromLink) && forMe}
      {isBank && <BankQuotes account={account} clock={clock} wanted={search.slice} linked={requestOf({ ...search })} />}
      {isBank && !isFromLink && forMe}
      <AskForQuote account={account} clock={clock} isBank={isBank} />
      <QuoteTrades account={account} utcOffsetHours={clock.policy.utcOffsetHours} />
    </>
  );
}
