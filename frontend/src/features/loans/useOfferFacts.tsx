import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { decodeSliceWord, splitSliceId } from "../../domain/ids.ts";
import { maxLoan } from "../../domain/max-loan.ts";
import type { LoanOffer } from "../../domain/signed-paper.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { interestByThen } from "./loan-offer-form.ts";
import { useText } from "./text.ts";

interface Offered {
  offer: LoanOffer;
  slice: PickedSlice;
  currency: Currency;
  clock: LedgerClock;
}

/** A loan offer in words and figures, reckoned for a loan taken today. */
export function useOfferFacts(): (offered: Offered) => Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return ({ offer, slice: { receivable }, currency, clock }) => {
    // As it was signed: the slice may be another by now.
    const face = decodeSliceWord(offer.word).end - splitSliceId(offer.id).start;
    const interest = interestByThen(offer, { today: clock.today, ...currency });
    const amount = (minor: bigint) => <Amount text={money(minor, currency.index)} />;
    const told = {
      haircut: format.percent(offer.haircutPpm),
      most: money(maxLoan(face, offer.haircutPpm), currency.index),
    };
    const foreclosable = Number(offer.repayBy + offer.graceDays) + 1;
    return [
      { label: t("fact.lender"), value: nameOf(offer.lender) },
      { label: t("fact.slice"), value: amount(face) },
      {
        label: t("fact.owed"),
        value: t("fact.owedText", { obligor: nameOf(receivable.obligor), day: format.day(receivable.dueDay) }),
      },
      {
        label: t("fact.principal"),
        value: <Amount strong data-testid="loan-principal" text={money(offer.principal, currency.index)} />,
      },
      { label: t("fact.haircut"), value: t("fact.haircutText", told) },
      { label: t("fact.rate"), value: <Amount text={format.percent(offer.ratePpm)} /> },
      { label: t("fact.repayBy"), value: format.day(Number(offer.repayBy)) },
      { label: t("fact.interest"), value: amount(interest) },
      {
        label: t("fact.total"),
        value: <Amount strong data-testid="loan-total" text={money(offer.principal + interest, currency.index)} />,
      },
      { label: t("fact.foreclose"), value: t("fact.forecloseText", { day: format.day(foreclosable) }) },
      { label: t("fact.until"), value: format.time(offer.expiresAt, clock.policy.utcOffsetHours) },
    ];
  };
}
