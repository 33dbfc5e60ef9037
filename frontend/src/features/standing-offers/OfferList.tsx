import { useState } from "react";
import type { StandingOfferRow } from "../../app/data/queries/offers.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { dayOf } from "../../domain/day-count.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { StatusPill } from "../../ui/StatusPill.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import type { Tone } from "../../ui/tone.ts";
import { type OfferState, offerState } from "./offer-state.ts";
import { useText } from "./useText.ts";
import { WithdrawReview } from "./WithdrawReview.tsx";

const TONES: Readonly<Record<OfferState, Tone>> = {
  open: "positive",
  usedUp: "warning",
  expired: "neutral",
  withdrawn: "neutral",
};

/** The bank's own offers with what is used of each. */
export function OfferList({ offers, clock }: { offers: readonly StandingOfferRow[]; clock: LedgerClock }) {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const [asked, setAsked] = useState<StandingOfferRow | null>(null);
  const isWithdrawable = (offer: StandingOfferRow) => ["open", "usedUp"].includes(offerState(offer, clock.timestamp));
  const action: Column<StandingOfferRow> = {
    key: "action",
    header: t("list.action"),
    cell: (offer) =>
      isWithdrawable(offer) && (
        <Button
          size="sm"
          aria-label={`${t("list.withdraw")} ${nameOf(offer.obligor)} ${format.percent(BigInt(offer.ratePpm))}`}
          onClick={() => setAsked(offer)}
        >
          {t("list.withdraw")}
        </Button>
      ),
  };
  if (offers.length === 0) return <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  return (
    <>
      <Table
        caption={t("list.caption")}
        hideCaption
        rows={offers}
        rowKey={({ id }) => id.toString()}
        columns={[
          { key: "obligor", header: t("list.obligor"), isRowHeader: true, cell: ({ obligor }) => nameOf(obligor) },
          {
            key: "state",
            header: t("list.state"),
            cell: (offer) => <OfferPill state={offerState(offer, clock.timestamp)} />,
          },
          {
            key: "rate",
            header: t("list.rate"),
            numeric: true,
            cell: ({ ratePpm }) => format.percent(BigInt(ratePpm)),
          },
          {
            key: "tenor",
            header: t("list.tenor"),
            numeric: true,
            cell: ({ longestTenor }) => t("list.days", { count: longestTenor }),
          },
          {
            key: "smallest",
            header: t("list.smallest"),
            numeric: true,
            cell: ({ smallestFace, currency }) => <Amount text={money(smallestFace, currency)} />,
          },
          { key: "used", header: t("list.used"), numeric: true, cell: (offer) => <Usage offer={offer} /> },
          {
            key: "expires",
            header: t("list.expires"),
            numeric: true,
            cell: ({ expiresAt }) => format.day(dayOf(expiresAt, clock.policy.utcOffsetHours)),
          },
          ...(offers.some(isWithdrawable) ? [action] : []),
        ]}
      />
      {asked && <WithdrawReview offer={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function OfferPill({ state }: { state: OfferState }) {
  const t = useText();
  return <StatusPill tone={TONES[state]}>{t(`state.${state}`)}</StatusPill>;
}

function Usage({ offer: { used, limit, currency } }: { offer: StandingOfferRow }) {
  const money = useMoney();
  return (
    <div>
      <Amount text={money(used, currency)} />
      <p className="text-sm text-muted">/ {money(limit, currency)}</p>
    </div>
  );
}
