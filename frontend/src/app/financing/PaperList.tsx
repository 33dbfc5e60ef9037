import { useState } from "react";
import type { Address } from "viem";
import { decodeSliceWord, shortSlice, splitSliceId } from "../../domain/ids.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { type Column, Table } from "../../ui/Table.tsx";
import { useDirectory } from "../data/useDirectory.ts";
import type { LedgerClock } from "../data/useLedgerClock.ts";
import { useSheetValues } from "../data/useSheetValues.ts";
import { useMoney } from "../deployment/useMoney.ts";
import { useFormat } from "../i18n/useFormat.ts";
import type { ContractCall } from "../transaction/action.ts";
import { CancelAllReview, CancelReview } from "./CancelReview.tsx";
import { Handover } from "./Handover.tsx";
import { PaperStatePill } from "./PaperStatePill.tsx";
import { useText } from "./text.ts";
import type { MyPaper, PaperBasics } from "./useMyPapers.ts";

/** A paper as the list shows it, whatever its kind. */
export interface ListedPaper extends MyPaper<PaperBasics> {
  /** What the bank pays, in minor units. */
  cash: bigint;
  /** What else matters, in a few words. */
  note: string | null;
  cancelCall: ContractCall;
}

export interface PaperListProps {
  kind: "quote" | "loanOffer";
  papers: readonly ListedPaper[];
  account: Address;
  clock: LedgerClock;
  cancelAllCall: ContractCall;
  onRemove: (text: string) => void;
}

/** The papers signed in this browser: handed over again, cancelled, or removed once they are over. */
export function PaperList({ kind, papers, account, clock, cancelAllCall, onRemove }: PaperListProps) {
  const t = useText();
  const [cancelling, setCancelling] = useState<ListedPaper | "all" | null>(null);
  const columns = useColumns(kind, clock);
  const action: Column<ListedPaper> = {
    key: "action",
    header: t("papers.action"),
    cell: (paper) => {
      const isOpen = paper.state === "open";
      const label = t(isOpen ? "papers.cancel" : "papers.remove");
      return (
        <Button
          size="sm"
          variant={isOpen ? "secondary" : "quiet"}
          aria-label={`${label} ${aboutOf(paper)}`}
          onClick={() => (isOpen ? setCancelling(paper) : onRemove(paper.text))}
        >
          {label}
        </Button>
      );
    },
  };
  const close = () => setCancelling(null);
  return (
    <>
      {papers.length === 0 ? (
        <EmptyState title={t(`${kind}.empty`)}>{t(`${kind}.emptyHint`)}</EmptyState>
      ) : (
        <Table
          exportAs={t(`${kind}.file`)}
          caption={t(`${kind}.caption`)}
          hideCaption
          rows={papers}
          rowKey={({ digest }) => digest}
          columns={[...columns, action]}
        />
      )}
      <Button className="justify-self-start" onClick={() => setCancelling("all")}>
        {t(`${kind}.cancelAll`)}
      </Button>
      {cancelling === "all" && <CancelAllReview kind={kind} bank={account} call={cancelAllCall} onClose={close} />}
      {cancelling !== null && cancelling !== "all" && (
        <CancelReview kind={kind} paper={cancelling} clock={clock} onClose={close} />
      )}
    </>
  );
}

function aboutOf({ message: { id, word } }: ListedPaper): string {
  return shortSlice(id, decodeSliceWord(word).end);
}

function useColumns(kind: PaperListProps["kind"], { policy }: LedgerClock): Column<ListedPaper>[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  const values = useSheetValues();
  const amount = (minor: bigint, { currency }: ListedPaper) =>
    currency === null ? format.count(minor) : money(minor, currency);
  const figure = (minor: bigint, { currency }: ListedPaper) =>
    currency === null ? { decimal: minor.toString() } : values.amount(minor, currency);
  const faceOf = ({ message: { id, word } }: ListedPaper) => decodeSliceWord(word).end - splitSliceId(id).start;
  return [
    {
      key: "holder",
      header: t("papers.holder"),
      isRowHeader: true,
      cell: ({ message }) => nameOf(decodeSliceWord(message.word).holder),
      value: ({ message }) => nameOf(decodeSliceWord(message.word).holder),
    },
    {
      key: "face",
      header: t("papers.face"),
      numeric: true,
      cell: (paper) => <Amount text={amount(faceOf(paper), paper)} />,
      value: (paper) => figure(faceOf(paper), paper),
    },
    {
      key: "cash",
      header: t("papers.cash"),
      numeric: true,
      cell: (paper) => (
        <div>
          <Amount strong text={amount(paper.cash, paper)} />
          {paper.note && <p className="text-sm whitespace-normal text-muted">{paper.note}</p>}
        </div>
      ),
      value: (paper) => figure(paper.cash, paper),
    },
    {
      key: "until",
      header: t("papers.until"),
      numeric: true,
      cell: ({ message }) => format.time(message.expiresAt, policy.utcOffsetHours),
      value: ({ message }) => values.time(message.expiresAt),
    },
    {
      key: "state",
      header: t("papers.state"),
      cell: ({ state }) => <PaperStatePill state={state} />,
      value: ({ state }) => t(`state.${state}`),
    },
    {
      key: "handover",
      header: t("papers.handover"),
      cell: (paper) =>
        paper.state === "open" && (
          <Handover kind={kind} slice={paper.message.id} text={paper.text} about={aboutOf(paper)} />
        ),
    },
  ];
}
