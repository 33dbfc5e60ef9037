import { SUPPLIERS, suppliersOf } from "./cast.ts";
import type { Draft, Range } from "./Draft.ts";
import { planFinancing } from "./financing.ts";
import type { PaidPart } from "./steps.ts";

const LAST_TIER = 4;
/** Below it nobody splits or finances: 2 000.00. */
const SMALL = 2_000_00n;
/** A part of the receivable that can still be cut: its parts stay above the ledger's smallest slice. */
const MOST_GENERATIONS = 40n;
/** Of a hundred offers: up to the first accepted, up to the second refused; the rest lapse. */
const ANSWERS = { accepted: 85, refused: 95 };

/** What a supplier does with a slice it has on a day: pays its own suppliers with parts of it, finances the rest, or waits. */
export function planHolding(draft: Draft, range: Range, holder: string, day: number): void {
  const { dueDay, face: whole } = draft.invoiceOf(range);
  const next = day + draft.between(1, 7);
  const face = range.end - range.start;
  const tier = tierOf(holder);
  const isSmall = face < SMALL || face * MOST_GENERATIONS < whole;
  if (next >= dueDay - 2 || isSmall) draft.rest(range, day);
  else if (draft.random.oneIn(40)) planMerge(draft, range, holder, next);
  else if (tier < LAST_TIER && draft.between(1, 100) <= 62) planPayment(draft, range, holder, next);
  else planFinancing(draft, range, holder, next);
}

function planPayment(draft: Draft, range: Range, holder: string, day: number): void {
  const untilDay = day + draft.between(3, 10);
  const payees = suppliersOf(tierOf(holder) + 1);
  if (draft.random.oneIn(12)) {
    const to = draft.pickFrom(payees);
    draft.add(day, { kind: "passOn", by: holder, slice: cutOf(range), to, untilDay });
    planArrival(draft, range, { to, day, untilDay });
  } else planParts(draft, range, holder, { payees, day, untilDay });
}

interface Payment {
  payees: readonly string[];
  day: number;
  untilDay: number;
}

/** One to three parts off the tail; the rest is financed. */
function planParts(draft: Draft, range: Range, by: string, { payees, day, untilDay }: Payment): void {
  const face = range.end - range.start;
  const parts: PaidPart[] = Array.from({ length: draft.between(1, 3) }, () => ({
    to: draft.pickFrom(payees),
    amount: draft.share(face, 12, 28),
  }));
  draft.add(day, { kind: "pay", by, slice: cutOf(range), parts, untilDay });
  const cut = range.end - parts.reduce((sum, { amount }) => sum + amount, 0n);
  let start = cut;
  for (const { to, amount } of parts) {
    planArrival(draft, { ...range, start, end: start + amount }, { to, day, untilDay });
    start += amount;
  }
  planFinancing(draft, { ...range, end: cut }, by, day + draft.between(1, 20));
}

interface Arrival {
  to: string;
  day: number;
  untilDay: number;
}

/** At once, or when the payee answers. */
function planArrival(draft: Draft, range: Range, arrival: Arrival): void {
  const atOnce = SUPPLIERS.some(({ key, consents }) => key === arrival.to && consents);
  if (atOnce) planHolding(draft, range, arrival.to, arrival.day);
  else planAnswer(draft, range, arrival);
}

/** Most accept; some refuse, some let the offer lapse. */
function planAnswer(draft: Draft, range: Range, { to, day, untilDay }: Arrival): void {
  const answer = draft.between(1, 100);
  const lapses = answer > ANSWERS.refused;
  const on = lapses ? untilDay + 1 : draft.between(day + 1, untilDay - 1);
  // What is not answered by the due day is paid to who offered it.
  if (on >= draft.invoiceOf(range).dueDay) return;
  if (answer <= ANSWERS.accepted) {
    draft.add(on, { kind: "accept", by: to, slice: cutOf(range) });
    planHolding(draft, range, to, on);
  } else {
    draft.add(on, { kind: "endOffer", by: lapses ? "operator" : to, slice: cutOf(range) });
    draft.rest(range, on);
  }
}

/** Cut in two, joined again, then used as before. */
function planMerge(draft: Draft, range: Range, holder: string, day: number): void {
  const slice = cutOf(range);
  const amount = draft.share(range.end - range.start, 20, 50);
  draft.add(day, { kind: "splitOwn", by: holder, slice, amounts: [amount] });
  const right = { invoice: range.invoice, start: range.end - amount };
  draft.add(day + 1, { kind: "merge", by: holder, left: slice, right });
  planHolding(draft, range, holder, day + 1);
}

function cutOf({ invoice, start }: Range) {
  return { invoice, start };
}

function tierOf(holder: string): number {
  return SUPPLIERS.find(({ key }) => key === holder)?.tier ?? LAST_TIER;
}
