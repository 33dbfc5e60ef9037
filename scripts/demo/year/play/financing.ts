import { LOAN_OFFER, QUOTE, signMessage } from "../../typedData.ts";
import type { Step } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { invoiceAt, sliceAt } from "./invoices.ts";
import { LIMITED } from "./prepare.ts";
import { type Actor, actorOf, send, type YearStage } from "./stage.ts";

const HOUR = 3_600;
const SALES_GAS = { least: 500_000n, each: 600_000n };
const LOAN_TERMS = { haircutPpm: 100_000, ratePpm: 52_000 };
const WHOLE = 1_000_000n;

export type Sale = Extract<Step, { kind: "sell" | "sellForCash" }>;
export type FinancingStep = Extract<
  Step,
  { kind: "sellAtQuote" | "borrow" | "repay" | "foreclose" | "paySurplus" | "collect" | "acceptEarly" }
>;

/** Slices of one seller and currency, each to the best of the quarter's offers, in one transaction. */
export function sellMany(stage: YearStage, by: string, sales: readonly Sale[]): Promise<Call> {
  const [first] = sales;
  if (!first) throw new Error("Nothing is for sale.");
  const { currency } = invoiceAt(stage, first.slice.invoice);
  const offers = stage.memory.offers.filter(
    (each) => each.currency === currency && each.withRecourse === isWithRecourse(first),
  );
  const wanted = sales.map((sale) => {
    const { cash, mostFace } = sale.kind === "sell" ? { cash: 0n, mostFace: 0n } : sale;
    return { id: sliceAt(stage, sale.slice), cash, leastNet: cash === 0n ? 1n : cash, mostFace };
  });
  const named = offers.map((each) => each.named);
  const gas = SALES_GAS.least + SALES_GAS.each * BigInt(sales.length);
  const populated = stage.contracts.discountDesk.takeBest.populateTransaction(wanted, named);
  return send(actorOf(stage, by), `sells ${sales.length} slices`, populated, gas);
}

/** Who sells for the cash needed takes the offers without recourse. */
export function isWithRecourse(sale: Sale): boolean {
  return sale.kind === "sell" && sale.withRecourse;
}

export async function financingCall(stage: YearStage, step: FinancingStep, now: number): Promise<Call> {
  const { pledgeDesk, earlyPaymentDesk } = stage.contracts;
  const id = sliceAt(stage, step.slice);
  switch (step.kind) {
    case "sellAtQuote":
      return takeQuote(stage, step, now);
    case "borrow":
      return borrow(stage, step, now);
    case "repay": {
      const loan = loanOn(stage, id);
      const { principal, interest } = await pledgeDesk.debtOf(loan);
      const debt = principal + interest;
      const amount = (debt * step.share) / WHOLE;
      const parts = amount === debt ? [id] : [];
      return send(actorOf(stage, step.by), "repays", pledgeDesk.repay.populateTransaction(loan, amount, parts));
    }
    case "collect":
      return send(
        actorOf(stage, "operator"),
        "collects",
        pledgeDesk.collect.populateTransaction(loanOn(stage, id), [id]),
      );
    case "foreclose": {
      const lender = await lenderOf(stage, loanOn(stage, id));
      return send(lender, "forecloses", pledgeDesk.foreclose.populateTransaction(loanOn(stage, id), [id]));
    }
    case "paySurplus": {
      const loan = loanOn(stage, id);
      const [lender, { borrower }] = [await lenderOf(stage, loan), await pledgeDesk.loanOf(loan)];
      const owed = await pledgeDesk.surplusOf(loan, borrower);
      return send(lender, "pays a surplus", pledgeDesk.paySurplus.populateTransaction(loan, borrower, owed / 2n));
    }
    case "acceptEarly": {
      const { obligor, currency } = invoiceAt(stage, step.slice.invoice);
      const programme = stage.memory.programmes.get(`${obligor} ${currency}`) ?? 0n;
      const { net } = await earlyPaymentDesk.quote(id, programme);
      return send(
        actorOf(stage, step.by),
        "is paid early",
        earlyPaymentDesk.accept.populateTransaction(id, programme, net),
      );
    }
  }
}

async function takeQuote(stage: YearStage, step: Extract<Step, { kind: "sellAtQuote" }>, now: number): Promise<Call> {
  const { ledger, discountDesk } = stage.contracts;
  const bank = actorOf(stage, step.bank);
  const id = sliceAt(stage, step.slice);
  const quote = {
    ...{ id, word: await ledger.sliceWordOf(id), bank: bank.address, net: step.net, expiresAt: now + HOUR, series: 0 },
    ...{ recourse: step.withRecourse, limited: isLimited(stage, step) },
  };
  const signature = await signMessage(bank.wallet, QUOTE, placeOf(stage, "discountDesk"), quote);
  return send(actorOf(stage, step.by), "takes a quote", discountDesk.takeQuote.populateTransaction(quote, signature));
}

async function borrow(stage: YearStage, step: Extract<Step, { kind: "borrow" }>, now: number): Promise<Call> {
  const { ledger, pledgeDesk } = stage.contracts;
  const bank = actorOf(stage, step.bank);
  const id = sliceAt(stage, step.slice);
  const { principal, graceDays } = step;
  const offer = {
    ...{ id, word: await ledger.sliceWordOf(id), lender: bank.address, principal, ...LOAN_TERMS, graceDays },
    ...{ repayBy: stage.firstDay + step.repayBy, limited: isLimited(stage, step), expiresAt: now + HOUR, series: 0 },
  };
  const signature = await signMessage(bank.wallet, LOAN_OFFER, placeOf(stage, "pledgeDesk"), offer);
  return send(actorOf(stage, step.by), "borrows", pledgeDesk.take.populateTransaction(offer, signature));
}

function placeOf({ record }: YearStage, desk: "discountDesk" | "pledgeDesk") {
  return { chainId: record.chainId, verifyingContract: record.addresses[desk] };
}

function isLimited(stage: YearStage, { bank, slice }: Extract<Step, { kind: "borrow" | "sellAtQuote" }>): boolean {
  return bank === LIMITED.bank && invoiceAt(stage, slice.invoice).currency === LIMITED.currency;
}

function loanOn({ memory }: YearStage, slice: bigint): bigint {
  const loan = memory.loans.get(slice);
  if (loan === undefined) throw new Error(`No loan was taken against slice ${slice}.`);
  return loan;
}

async function lenderOf(stage: YearStage, loan: bigint): Promise<Actor> {
  const { lender } = await stage.contracts.pledgeDesk.loanOf(loan);
  const found = [...stage.actors.values()].find(({ address }) => address === lender);
  if (!found) throw new Error(`Nobody of the year has lent loan ${loan}.`);
  return found;
}
