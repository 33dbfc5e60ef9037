import { BANKS, OBLIGORS } from "./cast.ts";
import type { Draft } from "./Draft.ts";
import { quote } from "./financing.ts";
import { planBatches, settleOn } from "./settling.ts";
import { CURRENCIES, type Invoice } from "./steps.ts";

const [SELLER, BORROWER] = ["supplier-1-1", "supplier-1-2"];
const WHOLE = 1_000_000_00n;

/** What a year must have once, whatever the seed: a default with recourse along a chain, a foreclosure, an overdue report, money set aside. */
export function planStory(draft: Draft): void {
  planDefault(draft);
  planForeclosure(draft);
  planOverdue(draft);
  planYearEnd(draft);
}

/** Sold with recourse, resold with recourse; a tenth is paid; then each bank turns to who sold to it. The default is never cured. */
function planDefault(draft: Draft): void {
  const invoice = confirmed(draft, { obligor: OBLIGORS[2], creditor: SELLER, registeredOn: 200, dueDay: 290 });
  const head = { invoice, start: 0n };
  const parts = [{ to: "supplier-2-3", amount: 250_000_00n }];
  draft.add(204, { kind: "pay", by: SELLER, slice: head, parts, untilDay: 210 });
  const sold = { ...head, end: 750_000_00n };
  quote(draft, sold, { by: SELLER, bank: BANKS[0], day: 206, withRecourse: true });
  quote(draft, sold, { by: BANKS[0], bank: BANKS[1], day: 220, withRecourse: true });
  draft.add(294, { kind: "reportOverdue", invoice });
  draft.add(300, { kind: "payPart", invoice, amount: WHOLE / 10n });
  draft.add(321, { kind: "declareDefault", invoice });
  draft.add(323, { kind: "demand", by: BANKS[1], slice: head });
  draft.add(325, { kind: "payRecourse", by: BANKS[0], slice: head });
  draft.add(326, { kind: "demand", by: BANKS[0], slice: head });
  draft.add(329, { kind: "payRecourse", by: SELLER, slice: head });
}

function planForeclosure(draft: Draft): void {
  const invoice = confirmed(draft, { obligor: OBLIGORS[0], creditor: BORROWER, registeredOn: 30, dueDay: 130 });
  const slice = { invoice, start: 0n };
  const terms = { principal: 600_000_00n, repayBy: 70, graceDays: 5 };
  draft.add(40, { kind: "borrow", by: BORROWER, slice, bank: BANKS[1], ...terms });
  draft.add(77, { kind: "foreclose", slice });
  draft.add(80, { kind: "paySurplus", slice });
  settleOn(draft, invoice, 130);
}

/** Reported overdue, then paid with its penalty. */
function planOverdue(draft: Draft): void {
  const invoice = confirmed(draft, { obligor: OBLIGORS[1], creditor: SELLER, registeredOn: 60, dueDay: 150 });
  draft.add(155, { kind: "reportOverdue", invoice });
  settleOn(draft, invoice, 158);
}

/** Paid on the last days, and not yet all paid out; a holder that cannot receive has its part set aside. */
function planYearEnd(draft: Draft): void {
  const terms = { obligor: OBLIGORS[0], creditor: SELLER, registeredOn: 280, dueDay: 363, currency: CURRENCIES.USD };
  const invoice = confirmed(draft, terms);
  const parts = ["supplier-2-1", "supplier-2-2", "supplier-2-3"].map((to) => ({ to, amount: 100_000_00n }));
  draft.add(290, { kind: "pay", by: SELLER, slice: { invoice, start: 0n }, parts, untilDay: 300 });
  planBatches(draft, invoice, 363);
  const earlier = confirmed(draft, { ...terms, registeredOn: 180, dueDay: 250 });
  draft.add(190, { kind: "pay", by: SELLER, slice: { invoice: earlier, start: 0n }, parts, untilDay: 200 });
  settleOn(draft, earlier, 250);
}

type Terms = Pick<Invoice, "obligor" | "creditor" | "registeredOn" | "dueDay"> & { currency?: number };

/** @returns the index of an invoice of 1 000 000.00 that is confirmed on the next day and entered in the registry on the one after. */
function confirmed(draft: Draft, { currency = CURRENCIES.CNY, ...terms }: Terms): number {
  const number = `ST-${draft.invoices.length + 1}`;
  const confirmedOn = terms.registeredOn + 1;
  const invoice = draft.addInvoice({ ...terms, number, currency, face: WHOLE, confirmedOn });
  draft.add(terms.registeredOn, { kind: "register", invoice });
  draft.add(confirmedOn, { kind: "confirm", invoice });
  draft.add(confirmedOn + 1, { kind: "recordEntry", invoice });
  return invoice;
}
