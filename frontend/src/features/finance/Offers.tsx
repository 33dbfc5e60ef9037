import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type StandingOfferRow, useStandingOffers } from "../../app/data/queries/offers.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { byWorth, namedWith } from "../../app/financing/offer-fit.ts";
import { useStandingFits } from "../../app/financing/useStandingFits.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import type { Lot, OfferPrice } from "../../domain/standing-offer.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { MisfitList } from "./MisfitList.tsx";
import { RegistryMissing } from "./RegistryMissing.tsx";
import { TakeDialog } from "./TakeDialog.tsx";
import { useText } from "./text.ts";
import { useOfferColumns } from "./useOfferColumns.tsx";

/** An offer that can be taken, with what it pays. */
export interface TakeableOffer {
  offer: StandingOfferRow;
  price: OfferPrice;
}

/** What the seller is about to sign. */
export interface ChosenSale extends TakeableOffer {
  need: Lot["need"];
  /** The offers to name, the chosen one first. */
  named: readonly StandingOfferRow[];
}

interface OffersProps {
  slice: WithReceivable<SliceRow>;
  clock: LedgerClock;
  /** Null to sell the whole slice. */
  need: Lot["need"];
  onSelling: (isSelling: boolean) => void;
}

/** The standing offers for a slice's obligor: those that fit, and why the others don't. */
export function Offers(props: OffersProps) {
  const { obligor, currency: index } = props.slice.receivable;
  const { data: participants = [] } = useParticipants();
  const obligors = [...new Set([obligor, accountInForce(obligor, participants)])];
  const offers = useStandingOffers({ obligors });
  const currency = useCurrency(index);
  if (!currency) return null;
  return (
    <Loaded query={offers}>
      {(rows) => <Fits {...props} offers={rows} obligors={obligors} currency={currency} />}
    </Loaded>
  );
}

interface FitsProps extends OffersProps {
  offers: readonly StandingOfferRow[];
  obligors: readonly string[];
  currency: Currency;
}

function Fits({ slice, clock, need, onSelling, offers, obligors, currency }: FitsProps) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const fits = useStandingFits({ slice, clock, need, offers, obligors, currency });
  const [chosen, setChosen] = useState<ChosenSale | null>(null);
  const { receivable } = slice;
  const takeable = byWorth(fits).flatMap(({ offer, price, misfits }) =>
    price && misfits.length === 0 ? [{ offer, price }] : [],
  );
  const isRegistryMissing = clock.policy.requireRegistry && !receivable.registryRecorded;
  const choose = (sale: ChosenSale | null) => {
    setChosen(sale);
    onSelling(sale !== null);
  };
  const take = (one: TakeableOffer) =>
    choose({ ...one, need, named: namedWith(one, takeable).map(({ offer }) => offer) });
  const columns = useOfferColumns(currency.index, need !== null, isRegistryMissing ? null : take);
  return (
    <Section title={t("offers.title")} description={t("offers.description", { day: format.day(clock.today) })}>
      {isRegistryMissing && <RegistryMissing />}
      {takeable.length === 0 ? (
        <EmptyState title={t("offers.none")}>
          {t("offers.noneHint", { obligor: nameOf(receivable.obligor) })}
        </EmptyState>
      ) : (
        <Table
          caption={t("offers.caption")}
          exportAs={t("offers.file")}
          hideCaption
          columns={columns}
          rows={takeable}
          rowKey={({ offer }) => String(offer.id)}
        />
      )}
      <MisfitList fits={fits.filter(({ misfits }) => misfits.length > 0)} currency={currency.index} clock={clock} />
      {chosen && <TakeDialog slice={slice} sale={chosen} onClose={() => choose(null)} />}
    </Section>
  );
}
