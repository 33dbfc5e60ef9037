import { useState } from "react";
import { useReadContract } from "wagmi";
import type { Participant } from "../../app/data/queries/participants.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { AlreadyRegistered } from "./AlreadyRegistered.tsx";
import { readDay } from "./agreed-date.ts";
import { type AcceptedCurrency, dueDayProblem, type Matched } from "./assess-invoice.ts";
import { PartyLine } from "./PartyLine.tsx";
import { RegisterAction } from "./RegisterAction.tsx";
import type { InvoiceFile } from "./read-file.ts";
import { invoiceReceivableId, standingOf } from "./registration.ts";
import { useText } from "./text.ts";

/** The buyer may confirm or refuse while this is being read. */
const STANDING_REFRESH_MS = 2_000;

export interface InvoiceMatch {
  seller: Matched<Participant>;
  buyer: Matched<Participant>;
  currency: AcceptedCurrency;
}

interface InvoiceReviewProps {
  file: InvoiceFile;
  match: InvoiceMatch;
  clock: LedgerClock;
}

/** What was read, for a person to check; asks for the due date that the file lacks or that has passed. */
export function InvoiceReview({ file, match, clock }: InvoiceReviewProps) {
  const t = useText();
  const format = useFormat();
  const { invoice } = file;
  const { seller, buyer } = match;
  const { today, policy } = clock;
  const onFile = readDay(invoice.dueDate);
  const problemOnFile = dueDayProblem(onFile, today, policy.tenorHardDays);
  const [agreed, setAgreed] = useState(problemOnFile === null ? (invoice.dueDate ?? "") : "");
  const [registeredHere, setRegisteredHere] = useState(false);
  const id = invoiceReceivableId(invoice, seller.identity.hash, buyer.identity.hash);
  const { ledger } = useDeployment().addresses;
  const word = useReadContract({
    address: ledger,
    abi: ledgerAbi,
    functionName: "receivableWordOf",
    args: [id],
    query: { refetchInterval: STANDING_REFRESH_MS },
  });
  const standing = word.data === undefined ? null : standingOf(word.data);
  const agreedProblem = dueDayProblem(readDay(agreed), today, policy.tenorHardDays);
  const lastDay = today + policy.tenorHardDays;
  const buyerName = useDirectory().findName(buyer.participant.account) ?? invoice.buyer.name;

  return (
    <div className="grid gap-4">
      <DescriptionList
        facts={[
          { label: t("review.number"), value: <UntrustedText>{invoice.number}</UntrustedText> },
          { label: t("review.issueDate"), value: <DayText iso={invoice.issueDate} /> },
          { label: t("review.seller"), value: <PartyLine party={invoice.seller} match={seller} isMe /> },
          { label: t("review.buyer"), value: <PartyLine party={invoice.buyer} match={buyer} /> },
          {
            label: t("review.amount"),
            value: <Amount strong text={format.amount(invoice.payableMinor, invoice.currency)} />,
          },
          {
            label: t("review.invoiceDueDate"),
            value: invoice.dueDate ? <DayText iso={invoice.dueDate} /> : t("review.noDueDate"),
          },
        ]}
      />
      {standing === null && <p className="text-muted">{t(word.isError ? "already.failed" : "already.unknown")}</p>}
      {(standing === "registered" || standing === "taken") && (
        <AlreadyRegistered id={id} standing={standing} buyerName={buyerName} isNew={registeredHere} />
      )}
      {standing === "free" && (
        <>
          {problemOnFile && problemOnFile !== "malformed" && (
            <Callout tone="warning">
              {t(`due.${problemOnFile}OnFile`, {
                date: onFile ? format.day(onFile) : "",
                days: policy.tenorHardDays,
                buyer: buyerName,
              })}
            </Callout>
          )}
          <DateField
            className="max-w-72"
            label={t("review.agreedDueDate")}
            hint={t("review.agreedHint", { first: format.day(today + 1), last: format.day(lastDay) })}
            value={agreed}
            min={isoFromDay(today + 1)}
            max={isoFromDay(lastDay)}
            onChange={(event) => setAgreed(event.target.value)}
            error={
              agreedProblem === null || agreed === ""
                ? undefined
                : t(`due.${agreedProblem}`, {
                    today: format.day(today),
                    days: policy.tenorHardDays,
                    last: format.day(lastDay),
                  })
            }
          />
        </>
      )}
      <RegisterAction
        file={file}
        match={match}
        agreedDueDate={agreed}
        isReady={standing === "free" && agreedProblem === null}
        isShown={standing === "free"}
        onRegistered={() => setRegisteredHere(true)}
      />
    </div>
  );
}

function DayText({ iso }: { iso: string }) {
  const format = useFormat();
  const day = readDay(iso);
  return <span className="figures">{day === null || day === undefined ? iso : format.day(day)}</span>;
}
