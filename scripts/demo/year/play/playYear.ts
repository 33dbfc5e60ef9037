import { type Step, YEAR_DAYS } from "../plan/steps.ts";
import type { Call, Log } from "./Chain.ts";
import { type FinancingStep, financingCall, isWithRecourse, type Sale, sellMany } from "./financing.ts";
import { confirmMany, invoiceAt, invoiceCall } from "./invoices.ts";
import { openMarkets } from "./markets.ts";
import { prepare } from "./prepare.ts";
import { type SettlingStep, settlingCall } from "./settling.ts";
import type { YearStage } from "./stage.ts";
import { tidyExposures } from "./tidyExposures.ts";
import { transferCall } from "./transfers.ts";

const DAY = 86_400;
/** Ten in the morning where clocks show UTC + 8. */
const OPENING = 2 * 3_600;
const MOST_SALES = 10;
/** An indexer takes in so many of the newest blocks one by one, slowly; what lies before them all at once. */
const LIVE_BLOCKS = 32;

/** Plays every day of the plan. @param onDay Told how many days are over. */
export async function playYear(stage: YearStage, onDay: (days: number) => void): Promise<void> {
  const { chain, plan, firstDay } = stage;
  await chain.takeOver();
  for (const [day, steps] of plan.days.entries()) {
    const now = (firstDay + day) * DAY + OPENING;
    await chain.moveTo(now);
    if (day === 0) await prepare(stage);
    for (const step of steps) if (step.kind === "openMarkets") await openMarkets(stage, step.quarter);
    const calls = await Promise.all(callsOf(stage, steps, { day, now }));
    remember(stage, (await chain.execute(calls)).flat());
    if (day === YEAR_DAYS - 1) await tidyExposures(stage);
    onDay(day + 1);
  }
  await chain.mineEmpty(LIVE_BLOCKS);
}

/** The day's confirmations and sales in as few transactions as their senders need, everything else step by step. */
function callsOf(
  stage: YearStage,
  steps: readonly Step[],
  { day, now }: { day: number; now: number },
): Promise<Call>[] {
  const confirmations = Map.groupBy(steps.filter(isConfirmation), ({ invoice }) => invoiceAt(stage, invoice).obligor);
  const sales = Map.groupBy(steps.filter(isSale), (sale) =>
    [sale.by, invoiceAt(stage, sale.slice.invoice).currency, isWithRecourse(sale)].join(" "),
  );
  return [
    ...steps.filter((step) => step.kind === "refuseCash").map((step) => settlingCall(stage, step)),
    ...[...confirmations].map(([obligor, each]) =>
      confirmMany(
        stage,
        obligor,
        each.map(({ invoice }) => invoice),
      ),
    ),
    ...[...sales.values()].flatMap((each) => inBatches(each)).map((each) => sellMany(stage, each[0]?.by ?? "", each)),
    ...steps.flatMap((step) => singleCall(stage, step, { day, now }) ?? []),
  ];
}

function singleCall(stage: YearStage, step: Step, { day, now }: { day: number; now: number }): Promise<Call> | null {
  switch (step.kind) {
    case "openMarkets":
    case "refuseCash":
    case "confirm":
    case "sell":
    case "sellForCash":
      return null;
    case "register":
    case "confirmSigned":
    case "refuse":
    case "cancel":
    case "recordEntry":
      return invoiceCall(stage, step, day);
    case "pay":
    case "passOn":
    case "accept":
    case "endOffer":
    case "splitOwn":
    case "merge":
      return transferCall(stage, step);
    default:
      return isFinancing(step) ? financingCall(stage, step, now) : settlingCall(stage, step);
  }
}

const FINANCING = ["sellAtQuote", "borrow", "repay", "foreclose", "paySurplus", "collect", "acceptEarly"];

function isFinancing(step: FinancingStep | SettlingStep): step is FinancingStep {
  return FINANCING.includes(step.kind);
}

function isSale(step: Step): step is Sale {
  return step.kind === "sell" || step.kind === "sellForCash";
}

function isConfirmation(step: Step): step is Extract<Step, { kind: "confirm" }> {
  return step.kind === "confirm";
}

function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_SALES) }, (_, i) =>
    items.slice(i * MOST_SALES, (i + 1) * MOST_SALES),
  );
}

/** Loans, recourse and exposures as they are announced: whoever acts on them later names them. */
function remember({ contracts, memory }: YearStage, logs: readonly Log[]): void {
  const { pledgeDesk, recourseDesk, exposureBook } = contracts;
  const from = (desk: { target: unknown }, { address }: Log) =>
    address.toLowerCase() === String(desk.target).toLowerCase();
  for (const log of logs) {
    if (from(pledgeDesk, log)) {
      const told = pledgeDesk.interface.parseLog(log);
      if (told?.name === "Lent") memory.loans.set(told.args.id, told.args.loanId);
    }
    if (from(recourseDesk, log)) {
      const told = recourseDesk.interface.parseLog(log);
      if (told?.name === "RecourseRecorded")
        memory.links.set(`${told.args.link.first} ${told.args.bank.toLowerCase()}`, told.args.linkId);
    }
    if (from(exposureBook, log)) {
      const told = exposureBook.interface.parseLog(log);
      if (told?.name === "ExposureRecorded") memory.exposed.add(told.args.id >> 64n);
    }
  }
}
