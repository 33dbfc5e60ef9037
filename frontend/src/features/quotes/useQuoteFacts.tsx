import { useDirectory } from "../../app/data/useDirectory.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import type { Currency } from "../../app/deployment/deployment.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { PickedSlice } from "../../app/financing/SlicePicker.tsx";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { decodeSliceWord, splitSliceId } from "../../domain/ids.ts";
import type { Quote } from "../../domain/signed-paper.ts";
import { Amount } from "../../ui/Amount.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import { priceOf } from "./quote-form.ts";
import { useText } from "./text.ts";

interface Quoted {
  quote: Quote;
  slice: PickedSlice;
  currency: Currency;
  clock: LedgerClock;
}

/** A quote in words and figures, reckoned for today; before the due day only. */
export function useQuoteFacts(): (quoted: Quoted) => Fact[] {
  const t = useText();
  const money = useMoney();
  const format = useFormat();
  const { nameOf } = useDirectory();
  return ({ quote, slice: { receivable }, currency, clock }) => {
    // As it was signed: the slice may be a smaller one by now.
    const face = decodeSliceWord(quote.word).end - splitSliceId(quote.id).start;
    const { index, dayCount, dayBase } = currency;
    const { dueDay } = receivable;
    const price = priceOf(quote.net, { face, dueDay, dayCount, dayBase, today: Math.min(clock.today, dueDay) });
    const cost = price.yearlyCostPpm === null ? "–" : format.percent(price.yearlyCostPpm);
    return [
      { label: t("fact.bank"), value: nameOf(quote.bank) },
      { label: t("fact.slice"), value: <Amount text={money(face, index)} /> },
      { label: t("fact.owed"), value: nameOf(receivable.obligor) },
      { label: t("fact.due"), value: t("fact.dueText", { day: format.day(dueDay), count: price.days }) },
      { label: t("fact.net"), value: <Amount strong data-testid="quote-net" text={money(quote.net, index)} /> },
      { label: t("fact.discount"), value: <Amount text={money(price.discount, index)} /> },
      { label: t("fact.rate"), value: <Amount text={format.percent(price.ratePpm)} /> },
      { label: t("fact.cost"), value: <Amount text={cost} /> },
      { label: t("fact.recourse"), value: t(quote.recourse ? "recourse.with" : "recourse.without") },
      { label: t("fact.until"), value: format.time(quote.expiresAt, clock.policy.utcOffsetHours) },
    ];
  };
}
