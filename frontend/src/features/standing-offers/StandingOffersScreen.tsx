import type { Address } from "viem";
import { answerOf } from "../../app/data/answerOf.ts";
import { Loaded } from "../../app/data/Loaded.tsx";
import { useDiscounts, useStandingOffers } from "../../app/data/queries/offers.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { useSlicesOf } from "../../app/data/queries/slices.ts";
import { type LedgerClock, useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { BankPortfolio } from "./BankPortfolio.tsx";
import { OfferForm } from "./OfferForm.tsx";
import { OfferList } from "./OfferList.tsx";
import { Purchases } from "./Purchases.tsx";
import { useText } from "./useText.ts";

/** As tall as the screen, so that what stands below is not seen moving when it is there. */
const SCREENFUL = 28;

/** The bank's offers, what it bought by them and what it holds. */
export function StandingOffersScreen() {
  const t = useText();
  const { account } = useMe();
  const clock = useLedgerClock();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {account && clock ? <Parts account={account} clock={clock} /> : <Skeleton label={t("title")} lines={SCREENFUL} />}
    </Page>
  );
}

function Parts({ account, clock }: { account: Address; clock: LedgerClock }) {
  const t = useText();
  const offers = useStandingOffers({ bank: account });
  const discounts = useDiscounts({ bank: account });
  const slices = useSlicesOf(account);
  // Whose receivables can be bought.
  const participants = useParticipants();
  const questions = [offers, participants, slices, discounts];
  const isKnown = questions.every(({ data }) => data !== undefined);
  return (
    // All at once: a list that comes later would push away the form below it.
    <Loaded query={answerOf(isKnown || undefined, questions)} lines={SCREENFUL}>
      {() => (
        <>
          <Section title={t("list.title")}>
            <OfferList offers={offers.data ?? []} clock={clock} />
          </Section>
          <Section title={t("form.title")} description={t("form.hint")}>
            <OfferForm clock={clock} posted={offers.data ?? []} />
          </Section>
          <Section title={t("portfolio.title")} description={t("portfolio.description")}>
            <BankPortfolio slices={slices.data ?? []} />
          </Section>
          <Section title={t("bought.title")}>
            <Purchases discounts={discounts.data ?? []} utcOffsetHours={clock.policy.utcOffsetHours} />
          </Section>
        </>
      )}
    </Loaded>
  );
}
