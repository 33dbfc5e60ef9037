import { useConnection } from "wagmi";
import type { Lot } from "../../domain/standing-offer.ts";
import { type StandingOfferRow, useBoughtUnderOffers } from "../data/queries/offers.ts";
import { useParticipant } from "../data/queries/participants.ts";
import type { SliceRow, WithReceivable } from "../data/queries/slices.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import type { Currency } from "../deployment/deployment.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { type Fit, fitOffer } from "./offer-fit.ts";
import { useBankMeans } from "./useBankMeans.ts";

export interface FittedOffer extends Fit {
  offer: StandingOfferRow;
}

interface ForSale {
  slice: WithReceivable<SliceRow>;
  clock: LedgerClock;
  /** Null to sell the whole slice. */
  need: Lot["need"];
  offers: readonly StandingOfferRow[];
  /** Accounts of the slice's obligor. */
  obligors: readonly string[];
  currency: Currency;
}

/** Standing offers held against a slice of the connected account; its own offers are left out. */
export function useStandingFits({ slice, clock, need, offers, obligors, currency }: ForSale): FittedOffer[] {
  const { address } = useConnection();
  const { discountDesk } = useDeployment().addresses;
  const { data: me } = useParticipant(address);
  const { data: sales = [] } = useBoughtUnderOffers(me?.identity);
  const { face, receivable } = slice;
  const others = offers.filter(({ bank }) => bank.toLowerCase() !== address?.toLowerCase());
  const meansOf = useBankMeans(
    others.map(({ bank }) => bank),
    currency,
    clock.today,
    { obligor: receivable.obligorIdentity, seller: me?.identity ?? receivable.creditorIdentity },
    discountDesk,
  );
  const lot = { face, dueDay: receivable.dueDay, currency: receivable.currency, obligors, need };
  return others.map((offer) => {
    const bought = sales.find(({ offerId }) => offerId === offer.id)?.bought ?? 0n;
    return { offer, ...fitOffer(lot, offer, bought, meansOf(offer.bank), clock, currency) };
  });
}
