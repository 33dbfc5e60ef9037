import { useState } from "react";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { dayOf } from "../../domain/day-count.ts";
import { isManageable, type OfferState, offerState } from "../../domain/offer-state.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import { ActReview, type OfferAct } from "./ActReview.tsx";
import { RaiseEditor } from "./RaiseEditor.tsx";
import { useOfferWords } from "./useOfferWords.ts";
import { useText } from "./useText.ts";

const TONES: Readonly<Record<OfferState, Tone>> = {
  open: "positive",
  paused: "warning",
  notStarted: "neutral",
  usedUp: "warning",
  expired: "neutral",
  withdrawn: "neutral",
};

interface Asked {
  act: OfferAct | "raise";
  offer: StandingOfferRow;
}

/** The bank's own offers with what is used of each. */
export function OfferList({ offers, clock }: { offers: readonly StandingOfferRow[]; clock: LedgerClock }) {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useColumns(clock);
  const stateOf = (offer: StandingOfferRow) => offerState(offer, clock.timestamp);
  const action: Column<StandingOfferRow> = {
    key: "action",
    header: t("list.action"),
    cell: (offer) => isManageable(stateOf(offer)) && <Acts offer={offer} onAsk={(act) => setAsked({ act, offer })} />,
  };
  if (offers.length === 0) return <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  return (
    <>
      <Table
        caption={t("list.caption")}
        hideCaption
        rows={offers}
        exportAs={t("list.file")}
        rowKey={({ id }) => id.toString()}
        columns={offers.some((offer) => isManageable(stateOf(offer))) ? [...columns, action] : columns}
      />
      {asked?.act === "raise" && (
        <RaiseEditor offer={asked.offer} posted={offers} clock={clock} onClose={() => setAsked(null)} />
      )}
      {asked && asked.act !== "raise" && (
        <ActReview act={asked.act} offer={asked.offer} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function useColumns({ timestamp, policy }: LedgerClock): Column<StandingOfferRow>[] {
  const t = useText();
  const common = useCommonColumns<StandingOfferRow>();
  const words = useOfferWords();
  const values = useSheetValues();
  return [
    {
      key: "obligor",
      header: t("list.obligor"),
      isRowHeader: true,
      cell: ({ obligors, withRecourse, limited }) => (
        <div>
          {words.names(obligors)}
          <p className="text-sm font-normal text-muted">
            {words.recourse(withRecourse)}
            {limited && ` · ${t("list.limited")}`}
          </p>
        </div>
      ),
      value: ({ obligors }) => words.names(obligors),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (offer) => <OfferPill state={offerState(offer, timestamp)} />,
      value: (offer) => t(`state.${offerState(offer, timestamp)}`),
    },
    {
      key: "rate",
      header: t("list.rate"),
      numeric: true,
      cell: ({ tiers }) => (
        <ul>
          {tiers.map((tier) => (
            <li key={tier.longestDays}>{words.tier(tier)}</li>
          ))}
        </ul>
      ),
      value: ({ tiers }) => tiers.map(words.tier).join("; "),
    },
    {
      key: "faces",
      header: t("list.faces"),
      numeric: true,
      cell: (offer) => <span className="whitespace-normal">{words.faces(offer)}</span>,
      value: (offer) => values.amount(offer.smallestFace, offer.currency),
    },
    {
      key: "used",
      header: t("list.used"),
      numeric: true,
      cell: (offer) => <Usage offer={offer} />,
      value: ({ used, currency }) => values.amount(used, currency),
    },
    common.day({ key: "expires", header: t("list.expires") }, (row) => dayOf(row.expiresAt, policy.utcOffsetHours)),
  ];
}

function Acts({ offer, onAsk }: { offer: StandingOfferRow; onAsk: (act: Asked["act"]) => void }) {
  const t = useText();
  const words = useOfferWords();
  const acts: readonly Asked["act"][] = ["raise", offer.paused ? "resume" : "pause", "withdraw"];
  return (
    <div className="flex flex-wrap gap-1.5">
      {acts.map((act) => (
        <Button
          key={act}
          size="sm"
          aria-label={`${t(`list.${act}`)} ${words.names(offer.obligors)} ${words.rates(offer.tiers)}`}
          onClick={() => onAsk(act)}
        >
          {t(`list.${act}`)}
        </Button>
      ))}
    </div>
  );
}

function OfferPill({ state }: { state: OfferState }) {
  const t = useText();
  return <StatusPill tone={TONES[state]}>{t(`state.${state}`)}</StatusPill>;
}

function Usage({ offer: { used, limit, sellerLimit, currency } }: { offer: StandingOfferRow }) {
  const t = useText();
  const money = useMoney();
  return (
    <div>
      <Amount text={money(used, currency)} />
      <p className="text-sm text-muted">/ {money(limit, currency)}</p>
      {sellerLimit !== 0n && (
        <p className="text-sm text-muted">{t("list.perSeller", { limit: money(sellerLimit, currency) })}</p>
      )}
    </div>
  );
}
