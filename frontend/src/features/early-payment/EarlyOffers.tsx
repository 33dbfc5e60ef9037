import { Loaded } from "../../app/data/Loaded.tsx";
import type { ProgrammeRow } from "../../app/data/queries/earlyPayment.ts";
import type { SliceRow, WithReceivable } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { openMatches } from "../../domain/programme-state.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Table } from "../../ui/Table.tsx";
import { type AcceptedOffer, useEarlyQuotes } from "./useEarlyQuotes.ts";
import { useOfferColumns } from "./useOfferColumns.tsx";
import { useText } from "./useText.ts";

interface EarlyOffersProps {
  owing: readonly { slice: WithReceivable<SliceRow>; obligor: string }[];
  /** Those that this holder may accept. */
  programmes: readonly ProgrammeRow[];
  clock: LedgerClock;
  onAccept: (accepted: AcceptedOffer) => void;
}

/** Each free slice with each programme that is open for it, at the desk's own figures. */
export function EarlyOffers({ owing, programmes, clock, onAccept }: EarlyOffersProps) {
  const t = useText();
  const { currencies } = useDeployment();
  const dayCountOf = (index: number) => currencies.find((known) => known.index === index)?.dayCount ?? "ACT";
  const offers = openMatches(owing, programmes, { ...clock, dayCountOf });
  const quotes = useEarlyQuotes(offers, clock.today);
  const columns = useOfferColumns((offer, price) => onAccept({ ...offer, price }));
  if (offers.length === 0) return <EmptyState title={t("offers.empty")}>{t("offers.emptyHint")}</EmptyState>;
  return (
    <Loaded query={quotes}>
      {(rows) => (
        <Table
          caption={t("offers.caption")}
          hideCaption
          rows={rows}
          rowKey={({ slice, programme }) => `${slice.id}/${programme.id}`}
          columns={columns}
          exportAs={t("offers.file")}
        />
      )}
    </Loaded>
  );
}
