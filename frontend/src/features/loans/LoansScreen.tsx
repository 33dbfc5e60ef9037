import { useSearch } from "@tanstack/react-router";
import type { Address } from "viem";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { Intake } from "../../app/financing/Intake.tsx";
import { usePaperFragment } from "../../app/financing/usePaperFragment.ts";
import { useMe } from "../../app/session/useMe.ts";
import { LOAN_OFFER } from "../../domain/signed-paper.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { LoanBook } from "./LoanBook.tsx";
import { MoneyWaiting } from "./MoneyWaiting.tsx";
import { OfferForMe } from "./OfferForMe.tsx";
import { OfferSide } from "./OfferSide.tsx";
import { useText } from "./text.ts";

/** Loans against locked slices, for those who lend and those who borrow. */
export function LoansScreen() {
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
  const { pledgeDesk } = useDeployment().addresses;
  const { slice } = useSearch({ from: "/loans" });
  const isFromLink = usePaperFragment() !== null;
  const forMe = (
    <Intake kind={LOAN_OFFER} desk={pledgeDesk}>
      {(paper) => <OfferForMe key={paper.signature} paper={paper} account={account} clock={clock} />}
    </Intake>
  );
  return (
    <>
      {isFromLink && forMe}
      <MoneyWaiting />
      <LoanBook clock={clock} />
      {isBank && <OfferSide account={account} clock={clock} wanted={slice} />}
      {!isFromLink && forMe}
    </>
  );
}
