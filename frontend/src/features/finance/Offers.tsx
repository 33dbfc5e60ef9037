import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type StandingOfferRow, useStandingOffers } from "../../app/data/queries/offers.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useCurrency } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { MisfitList } from "./MisfitList.tsx";
import { byNet, type Fit, fitOffer, type Quote } from "./offer-fit.ts";
import { RegistryMissing } from "./RegistryMissing.tsx";
import { TakeDialog } from "./TakeDialog.tsx";
import { useText } from "./text.ts";
import { useBankMeans } from "./useBankMeans.ts";
import { useOfferColumns } from "./useOfferColumns.tsx";

export interface FittedOffer extends Fit {
  offer: StandingOfferRow;
}

/** An offer that can be taken, with what it pays. */
export interface TakeableOffer {
  offer: StandingOfferRow;
  quote: Quote;
}

interface OffersProps {
  slice: WithReceivable<SliceRow>;
  clock: LedgerClock;
  onSelling: (isSelling: boolean) => void;
}

/** The standing offers for a slice's obligor: those that fit, and why the others don't. */
export function Offers(props: OffersProps) {
  const { receivable } = props.slice;
  const offers = useStandingOffers({ obligor: receivable.obligor });
  const currency = useCurrency(receivable.currency);
  if (!currency) return null;
  return <Loaded query={offers}>{(rows) => <Fits {...props} offers={rows} currency={currency} />}</Loaded>;
}

function Fits({
  slice,
  clock,
  onSelling,
  offers,
  currency,
}: OffersProps & { offers: readonly StandingOfferRow[]; currency: Currency }) {
  const t = useText();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const meansOf = useBankMeans(
    offers.map(({ bank }) => bank),
    currency,
    clock.today,
  );
  const [taken, setTaken] = useState<TakeableOffer | null>(null);
  const { receivable, face } = slice;
  const sold = { face, dueDay: receivable.dueDay, obligor: receivable.obligor, currency: receivable.currency };
  const fits = offers.map((offer) => ({ offer, ...fitOffer(sold, offer, meansOf(offer.bank), clock, currency) }));
  const takeable = byNet(fits).flatMap(({ offer, quote, misfits }) =>
    quote && misfits.length === 0 ? [{ offer, quote, misfits }] : [],
  );
  const isRegistryMissing = clock.policy.requireRegistry && !receivable.registryRecorded;
  const take = (offer: TakeableOffer | null) => {
    setTaken(offer);
    onSelling(offer !== null);
  };
  const columns = useOfferColumns(currency.index, isRegistryMissing ? null : take);
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
          hideCaption
          columns={columns}
          rows={takeable}
          rowKey={({ offer }) => String(offer.id)}
        />
      )}
      <MisfitList fits={fits.filter(({ misfits }) => misfits.length > 0)} currency={currency.index} clock={clock} />
      {taken && <TakeDialog slice={slice} taken={taken} onClose={() => take(null)} />}
    </Section>
  );
}
