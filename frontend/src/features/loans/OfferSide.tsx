import { useState } from "react";
import type { Address } from "viem";
import { useLoans } from "../../app/data/queries/loans.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { MyPapers } from "../../app/financing/MyPapers.tsx";
import { SlicePicker } from "../../app/financing/SlicePicker.tsx";
import { useMyPapers } from "../../app/financing/useMyPapers.ts";
import { usePapers } from "../../app/financing/usePapers.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { contractCall } from "../../app/transaction/action.ts";
import { isoFromDay } from "../../domain/day-count.ts";
import { LOAN_OFFER } from "../../domain/signed-paper.ts";
import { pledgeDeskAbi } from "../../generated/contracts.ts";
import { Section } from "../../ui/Section.tsx";
import { cancelOfferCall } from "./loan-call.ts";
import type { LoanDraft } from "./loan-offer-form.ts";
import { OfferForm } from "./OfferForm.tsx";
import { useText } from "./text.ts";

interface OfferSideProps {
  account: Address;
  clock: LedgerClock;
  /** A slice that a supplier's link asks a loan for. */
  wanted: string | undefined;
}

/** The lender's side: terms for a loan against a slice, and the offers it has signed in this browser. */
export function OfferSide({ account, clock, wanted }: OfferSideProps) {
  const t = useText();
  const format = useFormat();
  const { pledgeDesk } = useDeployment().addresses;
  const { papers, add, remove } = usePapers(LOAN_OFFER, pledgeDesk, account);
  const [draft, setDraft] = useState<LoanDraft>(() => emptyDraft(clock.today));
  const mine = useMyPapers(LOAN_OFFER, papers, account, clock.timestamp, useLoans(useMyAccounts()));
  return (
    <>
      <Section title={t("form.title")} description={t("form.hint")}>
        <SlicePicker me={account} clock={clock} wanted={wanted}>
          {(slice) => (
            <OfferForm
              key={slice.id}
              slice={slice}
              account={account}
              clock={clock}
              draft={draft}
              onDraft={setDraft}
              others={mine.data ?? []}
              onSigned={add}
            />
          )}
        </SlicePicker>
      </Section>
      <MyPapers
        kind="loanOffer"
        mine={mine}
        told={({ message }) => ({
          cash: message.principal,
          note: t("mine.note", { rate: format.percent(message.ratePpm), day: format.day(Number(message.repayBy)) }),
          cancelCall: cancelOfferCall(pledgeDesk, message),
        })}
        account={account}
        clock={clock}
        cancelAllCall={contractCall({
          ...{ address: pledgeDesk, abi: pledgeDeskAbi, functionName: "cancelAllLoanOffers" },
          args: [],
        })}
        onRemove={remove}
      />
    </>
  );
}

function emptyDraft(today: number): LoanDraft {
  return {
    ...{ haircut: "20", principal: "", rate: "", repayBy: "", graceDays: "5" },
    ...{ lastDay: isoFromDay(today + 1), limited: false },
  };
}
