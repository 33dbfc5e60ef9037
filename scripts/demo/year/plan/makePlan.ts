import { randomOf } from "../../../../test/helpers/random.ts";
import { OBLIGORS, suppliersOf } from "./cast.ts";
import { BLOCKED, confirmableFrom, Draft } from "./Draft.ts";
import { planHolding } from "./holding.ts";
import { planSettlement } from "./settling.ts";
import { CURRENCIES, QUARTER_DAYS, type Step, YEAR_DAYS, type YearPlan } from "./steps.ts";
import { planStory } from "./story.ts";

/** The story's invoices are among them. */
export const LEAST_INVOICES = 10;

export interface YearOptions {
  invoices: number;
  seed: number;
}

const FIRST_INVOICE_DAY = 1;
const LAST_INVOICE_DAY = 358;
const CURRENCY_DRAWS = [
  ...Array<number>(5).fill(CURRENCIES.CNY),
  ...Array<number>(3).fill(CURRENCIES.EUR),
  CURRENCIES.USD,
];

/** All that happens in the year, day by day. Equal options make equal plans. */
export function makePlan({ invoices, seed }: YearOptions): YearPlan {
  const draft = new Draft(randomOf(seed));
  for (let quarter = 0; quarter * QUARTER_DAYS < YEAR_DAYS; quarter++)
    draft.add(quarter * QUARTER_DAYS, { kind: "openMarkets", quarter });
  for (const { player, from, to } of BLOCKED) {
    draft.add(from, { kind: "refuseCash", player, refused: true });
    draft.add(to, { kind: "refuseCash", player, refused: false });
    draft.add(to + 1, { kind: "claim", player });
  }
  planStory(draft);
  while (draft.invoices.length < invoices) planInvoice(draft);
  return { invoices: draft.invoices, days: draft.days };
}

function planInvoice(draft: Draft): void {
  const obligor = draft.pickFrom(OBLIGORS);
  const creditor = draft.pickFrom(suppliersOf(1));
  const drawn = draft.between(FIRST_INVOICE_DAY, LAST_INVOICE_DAY);
  const wanted = drawn + draft.between(0, 2);
  const confirmedOn = confirmableFrom(obligor, wanted);
  // An obligor in default is sent no more invoices: those of its last weeks came earlier.
  if (confirmedOn >= YEAR_DAYS) return;
  const registeredOn = Math.max(drawn, confirmedOn - 2);
  const signed = registeredOn === confirmedOn;
  const invoice = draft.addInvoice({
    number: `IN-${draft.invoices.length + 1}`,
    ...{ obligor, creditor, registeredOn, confirmedOn },
    currency: draft.pickFrom(CURRENCY_DRAWS),
    face: draft.random.upTo(1_980_000_00n) + 20_000_00n,
    dueDay: registeredOn + draft.between(30, 150),
  });
  if (!signed) draft.add(registeredOn, { kind: "register", invoice });
  if (!signed && draft.random.oneIn(40)) planRefusal(draft, invoice);
  else planConfirmed(draft, invoice, signed);
}

function planConfirmed(draft: Draft, invoice: number, signed: boolean): void {
  const { creditor, face, confirmedOn } = draft.invoiceOf({ invoice });
  if (confirmedOn === null) throw new Error(`Invoice ${invoice} is not confirmed.`);
  draft.add(confirmedOn, { kind: signed ? "confirmSigned" : "confirm", invoice });
  draft.add(confirmedOn + 1, { kind: "recordEntry", invoice });
  planHolding(draft, { invoice, start: 0n, end: face }, creditor, confirmedOn + 1);
  planSettlement(draft, invoice);
}

function planRefusal(draft: Draft, invoice: number): void {
  const planned = draft.invoiceOf({ invoice });
  const step: Step = { kind: draft.random.oneIn(2) ? "refuse" : "cancel", invoice };
  draft.add(planned.confirmedOn ?? planned.registeredOn + 1, step);
  planned.confirmedOn = null;
}
