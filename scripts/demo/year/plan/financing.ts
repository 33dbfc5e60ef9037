import { discount } from "../../../../frontend/src/domain/discount.ts";
import { BANKS, type Bank, OBLIGORS } from "./cast.ts";
import type { Draft, Range } from "./Draft.ts";
import { INVITED_PROGRAMME } from "./markets.ts";
import type { Cut } from "./steps.ts";

const LEAST_FACE = 1_000_00n;
const WHOLE = 1_000_000n;
/** A lender waits so long after `repayBy` before it may foreclose: past every due day here. */
const PATIENT = 200;

/** Sold to the best standing offer, whole or for the cash needed; at a quote; pledged; paid early by the obligor; or kept. */
export function planFinancing(draft: Draft, range: Range, holder: string, day: number): void {
  const on = day + draft.between(1, 14);
  const face = range.end - range.start;
  const tooLate = on >= draft.invoiceOf(range).dueDay - 2;
  if (tooLate || face < LEAST_FACE || draft.isEverBlocked(holder, range)) draft.rest(range, day);
  else planWay(draft, range, holder, { on, since: day });
}

function planWay(draft: Draft, range: Range, by: string, { on, since }: { on: number; since: number }): void {
  const slice = { invoice: range.invoice, start: range.start };
  const way = draft.between(1, 100);
  if (way <= 26) sell(draft, slice, by, on, false);
  else if (way <= 36) sell(draft, slice, by, on, true);
  else if (way <= 48) {
    const face = range.end - range.start;
    draft.add(on, { kind: "sellForCash", by, slice, cash: draft.share(face, 20, 70), mostFace: face });
  } else if (way <= 52) planQuote(draft, range, by, on);
  else if (way <= 62) planLoan(draft, range, by, on);
  else if (way <= 72 && mayAcceptEarly(draft, range, by)) draft.add(on, { kind: "acceptEarly", by, slice });
  else draft.rest(range, since);
}

function sell(draft: Draft, slice: Cut, by: string, day: number, withRecourse: boolean): void {
  draft.add(day, { kind: "sell", by, slice, withRecourse });
}

/** Sold at a quote, and in half of the cases resold between banks at another. */
function planQuote(draft: Draft, range: Range, holder: string, day: number): void {
  const bank = draft.pickFrom(BANKS);
  quote(draft, range, { by: holder, bank, day, withRecourse: draft.random.oneIn(2) });
  const later = day + draft.between(5, 15);
  if (later >= draft.invoiceOf(range).dueDay - 1 || draft.random.oneIn(2)) return;
  const other = draft.pickFrom(BANKS.filter((each) => each !== bank));
  quote(draft, range, { by: bank, bank: other, day: later, withRecourse: draft.random.oneIn(2) });
}

interface QuotedSale {
  by: string;
  bank: Bank;
  day: number;
  withRecourse: boolean;
}

/** The bank's price at 4.2 % on 360 days. */
export function quote(draft: Draft, { invoice, start, end }: Range, { by, bank, day, withRecourse }: QuotedSale): void {
  const days = draft.invoiceOf({ invoice }).dueDay - day;
  const { netMinor: net } = discount({ faceMinor: end - start, ratePpm: 42_000n, days, base: 360 });
  draft.add(day, { kind: "sellAtQuote", by, slice: { invoice, start }, bank, net, withRecourse });
}

/** Repaid at once or in two steps before the due day, or of what settlement pays. */
function planLoan(draft: Draft, range: Range, holder: string, day: number): void {
  const { dueDay } = draft.invoiceOf(range);
  const slice = { invoice: range.invoice, start: range.start };
  const principal = draft.share(range.end - range.start, 40, 85);
  const repayBy = Math.min(day + draft.between(10, 60), dueDay);
  draft.add(day, {
    kind: "borrow",
    by: holder,
    slice,
    bank: draft.pickFrom(BANKS),
    principal,
    repayBy,
    graceDays: PATIENT,
  });
  const way = draft.between(1, 10);
  if (repayBy >= dueDay || way > 7) {
    draft.pledge(slice);
    return;
  }
  if (way > 5 && repayBy > day + 4) draft.add(repayBy - 3, { kind: "repay", by: holder, slice, share: WHOLE / 3n });
  draft.add(repayBy, { kind: "repay", by: holder, slice, share: WHOLE });
  draft.rest(range, repayBy);
}

function mayAcceptEarly(draft: Draft, range: Range, holder: string): boolean {
  const { obligor, currency } = draft.invoiceOf(range);
  const invited = obligor === OBLIGORS[INVITED_PROGRAMME.obligor] && currency === INVITED_PROGRAMME.currency;
  return !invited || INVITED_PROGRAMME.suppliers.includes(holder);
}
