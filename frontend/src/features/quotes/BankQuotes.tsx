import { useState } from "react";
import type { Address } from "viem";
import { useQuoteSales } from "../../app/data/queries/quotes.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { MyPapers } from "../../app/financing/MyPapers.tsx";
import { SlicePicker } from "../../app/financing/SlicePicker.tsx";
import { useMyPapers } from "../../app/financing/useMyPapers.ts";
import { usePapers } from "../../app/financing/usePapers.ts";
import { contractCall } from "../../app/transaction/action.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { QUOTE } from "../../domain/signed-paper.ts";
import { discountDeskAbi } from "../../generated/contracts.ts";
import { Section } from "../../ui/Section.tsx";
import { QuoteForm } from "./QuoteForm.tsx";
import { cancelQuoteCall } from "./quote-call.ts";
import type { QuoteDraft } from "./quote-form.ts";
import type { QuoteRequest } from "./quote-request.ts";
import { RequestIntake } from "./RequestIntake.tsx";
import { useText } from "./text.ts";
import { Wish } from "./Wish.tsx";

interface BankQuotesProps {
  account: Address;
  clock: LedgerClock;
  /** The slice that the address names, known or not. */
  wanted: string | undefined;
  /** What a holder's link asks for. */
  linked: QuoteRequest | null;
}

/** The bank's side: a price for a slice, and the quotes it has signed in this browser. */
export function BankQuotes({ account, clock, wanted, linked }: BankQuotesProps) {
  const t = useText();
  const { discountDesk } = useDeployment().addresses;
  const { papers, add, remove } = usePapers(QUOTE, discountDesk, account);
  const [draft, setDraft] = useState<QuoteDraft>(() => draftFor(linked, clock.today));
  const [request, setRequest] = useState(linked);
  const take = (asked: QuoteRequest) => {
    setRequest(asked);
    setDraft(draftFor(asked, clock.today));
  };
  const mine = useMyPapers(QUOTE, papers, account, clock.timestamp, useQuoteSales(account));
  return (
    <>
      <Section title={t("form.title")} description={t("form.hint")}>
        <SlicePicker key={request?.slice} me={account} clock={clock} wanted={request?.slice ?? wanted}>
          {(slice) => (
            <>
              {request?.slice === slice.id && <Wish request={request} holder={slice.holder} />}
              <QuoteForm
                key={slice.id}
                slice={slice}
                account={account}
                clock={clock}
                draft={draft}
                onDraft={setDraft}
                others={mine.data ?? []}
                onSigned={add}
              />
            </>
          )}
        </SlicePicker>
        <RequestIntake onRequest={take} />
      </Section>
      <MyPapers
        kind="quote"
        mine={mine}
        told={({ message }) => ({
          cash: message.net,
          note: message.recourse ? t("recourse.with") : null,
          cancelCall: cancelQuoteCall(discountDesk, message),
        })}
        account={account}
        clock={clock}
        cancelAllCall={contractCall({
          ...{ address: discountDesk, abi: discountDeskAbi, functionName: "cancelAllQuotes" },
          args: [],
        })}
        onRemove={remove}
      />
    </>
  );
}

/** The wish is where the bank begins, no more. */
function draftFor(request: QuoteRequest | null, today: number): QuoteDraft {
  const [price, lastDay] = [request?.most ?? "", request?.until ?? isoFromDay(today + 1)];
  return { by: "rate", price, lastDay, recourse: false, limited: false };
}
