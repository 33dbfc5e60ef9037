import { useState } from "react";
import type { Address } from "viem";
import { useCommonColumns } from "../../app/columns/useCommonColumns.tsx";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type TransferOfferRow, useTransferOffers, type WithReceivable } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useSheetValues } from "../../app/data/useSheetValues.ts";
import { useInvoice } from "../../app/data/vault.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isHeld } from "../../domain/slice-state.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Section } from "../../ui/Section.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { EndOfferDialog } from "./EndOfferDialog.tsx";
import { useText } from "./text.ts";

type Offer = WithReceivable<TransferOfferRow>;
interface Answer {
  kind: "accept" | "refuse";
  offer: Offer;
}

/** Slices that wait for this company's word. */
export function Incoming({ me, clock }: { me: Address; clock: LedgerClock }) {
  const t = useText();
  const offers = useTransferOffers({ payee: me });
  const [answer, setAnswer] = useState<Answer | null>(null);
  const columns = useColumns(clock, (kind, offer) => setAnswer({ kind, offer }));
  return (
    <Section title={t("incoming.title")} description={t("incoming.description")}>
      <Loaded query={offers}>
        {(open) =>
          open.length === 0 ? (
            <EmptyState title={t("incoming.empty")}>{t("incoming.emptyHint")}</EmptyState>
          ) : (
            <Table
              exportAs={t("incoming.file")}
              alsoExported={[{ header: t("held.id"), value: ({ sliceId }) => sliceId }]}
              caption={t("incoming.caption")}
              hideCaption
              columns={columns}
              rows={open}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {answer && <EndOfferDialog {...answer} onClose={() => setAnswer(null)} />}
    </Section>
  );
}

function useColumns(clock: LedgerClock, onAnswer: (kind: Answer["kind"], offer: Offer) => void): Column<Offer>[] {
  const t = useText();
  const format = useFormat();
  const common = useCommonColumns<Offer>();
  const values = useSheetValues();
  return [
    common.party({ key: "payer", header: t("incoming.payer"), isRowHeader: true }, ({ from }) => from),
    common.amount({ key: "amount", header: t("incoming.amount"), strong: true }, ({ start, end, receivable }) => [
      end - start,
      receivable.currency,
    ]),
    common.party({ key: "obligor", header: t("incoming.obligor") }, ({ receivable }) => receivable.obligor),
    common.day({ key: "due", header: t("incoming.due") }, ({ receivable }) => receivable.dueDay),
    { key: "invoice", header: t("incoming.invoice"), cell: (offer) => <InvoiceNumber offer={offer} /> },
    {
      key: "until",
      header: t("incoming.until"),
      numeric: true,
      cell: ({ until }) => format.time(until, clock.policy.utcOffsetHours),
      value: ({ until }) => values.time(until),
    },
    {
      key: "answer",
      header: t("incoming.action"),
      cell: (offer) => <AnswerButtons offer={offer} clock={clock} onAnswer={(kind) => onAnswer(kind, offer)} />,
    },
  ];
}

function InvoiceNumber({ offer }: { offer: Offer }) {
  const t = useText();
  const { data } = useInvoice(offer.receivableId);
  return data ? (
    <UntrustedText>{data.facts.number}</UntrustedText>
  ) : (
    <span className="text-muted">{t("incoming.hidden")}</span>
  );
}

interface AnswerButtonsProps {
  offer: Offer;
  clock: LedgerClock;
  onAnswer: (kind: Answer["kind"]) => void;
}

function AnswerButtons({ offer, clock, onAnswer }: AnswerButtonsProps) {
  const t = useText();
  const hasEnded = clock.timestamp > offer.until || clock.today >= offer.receivable.dueDay;
  const isOnHold = isHeld(offer.receivable, clock.timestamp);
  return (
    <span className="flex flex-wrap items-center gap-1.5 max-sm:justify-end">
      {!hasEnded && isOnHold && <span className="text-sm text-danger">{t("incoming.held")}</span>}
      {hasEnded && <span className="text-sm text-warning">{t("incoming.ended")}</span>}
      {!hasEnded && !isOnHold && (
        <Button size="sm" variant="primary" onClick={() => onAnswer("accept")}>
          {t("incoming.accept")}
        </Button>
      )}
      <Button size="sm" onClick={() => onAnswer("refuse")}>
        {t(hasEnded ? "incoming.clear" : "incoming.refuse")}
      </Button>
    </span>
  );
}
