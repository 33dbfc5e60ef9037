import type { Draft } from "./Draft.ts";
import { YEAR_DAYS } from "./steps.ts";

const GRACE_DAYS = 3;

/** On the due day or within the days of grace; some late, in parts, in batches; here and there a slice is paid early at its face. */
export function planSettlement(draft: Draft, invoice: number): void {
  const { dueDay, face } = draft.invoiceOf({ invoice });
  if (draft.random.oneIn(20)) planEarly(draft, invoice);
  const way = draft.between(1, 100);
  if (way <= 86) settleOn(draft, invoice, dueDay + (way <= 70 ? 0 : draft.between(0, GRACE_DAYS)));
  else if (way <= 91) settleOn(draft, invoice, dueDay + draft.between(GRACE_DAYS + 1, 25));
  else if (way <= 95) {
    draft.add(dueDay, { kind: "payPart", invoice, amount: draft.share(face, 20, 60) });
    if (draft.random.oneIn(2)) draft.add(dueDay + 6, { kind: "payPart", invoice, amount: draft.share(face, 5, 15) });
    settleOn(draft, invoice, dueDay + draft.between(8, 20));
  } else planBatches(draft, invoice, dueDay);
}

/** All is paid on one day, to who is named then; collected money of pledged slices goes to lenders on the next. */
export function settleOn(draft: Draft, invoice: number, day: number): void {
  draft.add(day, { kind: "settle", invoice });
  collectLoans(draft, invoice, day + 1);
}

/** The obligor names nobody; the operator pays out, in two steps. Where the year ends in between, money stays with the desk. */
export function planBatches(draft: Draft, invoice: number, day: number): void {
  draft.add(day, { kind: "collectAll", invoice });
  draft.add(day + 1, { kind: "payOut", invoice, half: true });
  draft.add(day + 2, { kind: "payOut", invoice, half: false });
  collectLoans(draft, invoice, day + 3);
}

function collectLoans(draft: Draft, invoice: number, day: number): void {
  for (const slice of draft.pledgedOf(invoice)) draft.add(day, { kind: "collect", slice });
}

function planEarly(draft: Draft, invoice: number): void {
  const { dueDay } = draft.invoiceOf({ invoice });
  const [first] = draft.restingOf(invoice).filter(({ since }) => since + 1 < dueDay && since + 1 < YEAR_DAYS);
  if (!first) return;
  const { start } = first.range;
  draft.add(draft.between(first.since + 1, dueDay - 1), { kind: "payEarly", slice: { invoice, start } });
}
