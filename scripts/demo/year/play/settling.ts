import { BlocklistToken__factory } from "../../../../types/contracts/index.js";
import { CURRENCIES, type Step } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { invoiceAt, receivableOf, sliceAt } from "./invoices.ts";
import { actorOf, purseOf, send, type YearStage } from "./stage.ts";

const MOST_SLICES = 500;
const PAYOUT_GAS = { least: 400_000n, each: 150_000n };

export type SettlingStep = Extract<
  Step,
  {
    kind:
      | ("settle" | "collectAll" | "payPart" | "payOut" | "payEarly" | "reportOverdue" | "declareDefault")
      | ("demand" | "payRecourse" | "claim" | "refuseCash");
  }
>;

/** From the due day on, and what goes wrong with it. */
export function settlingCall(stage: YearStage, step: SettlingStep): Promise<Call> {
  switch (step.kind) {
    case "demand":
    case "payRecourse":
      return recourseCall(stage, step);
    case "claim":
    case "refuseCash":
      return blockedCall(stage, step);
    case "payEarly":
      return payEarly(stage, step);
    default:
      return obligorCall(stage, step);
  }
}

type ReceivableStep = Extract<SettlingStep, { invoice: number }>;

async function obligorCall(stage: YearStage, step: ReceivableStep): Promise<Call> {
  const { ledger, settlementDesk } = stage.contracts;
  const operator = actorOf(stage, "operator");
  const obligor = actorOf(stage, invoiceAt(stage, step.invoice).obligor);
  const id = receivableOf(stage, step.invoice);
  if (step.kind === "reportOverdue") return send(operator, "reports", ledger.reportOverdue.populateTransaction(id));
  if (step.kind === "declareDefault") return send(operator, "declares", ledger.declareDefault.populateTransaction(id));
  const ids = step.kind === "collectAll" ? [] : await liveSlices(stage, id);
  const gas = PAYOUT_GAS.least + PAYOUT_GAS.each * BigInt(ids.length);
  if (step.kind === "payPart") {
    const populated = settlementDesk.payPart.populateTransaction(id, step.amount, ids);
    return send(obligor, "pays a part", populated, gas);
  }
  if (step.kind !== "payOut") return send(obligor, "pays", settlementDesk.pay.populateTransaction(id, ids), gas);
  // The tail first: then the slices that are left can still be read from the first cent on.
  const named = step.half ? ids.slice(Math.ceil(ids.length / 2)) : ids;
  return send(operator, "pays out", settlementDesk.payOut.populateTransaction(id, named), gas);
}

async function payEarly(stage: YearStage, { slice }: Extract<Step, { kind: "payEarly" }>): Promise<Call> {
  const { ledger, settlementDesk } = stage.contracts;
  const id = sliceAt(stage, slice);
  const word = await ledger.sliceWordOf(id);
  const obligor = actorOf(stage, invoiceAt(stage, slice.invoice).obligor);
  const populated = settlementDesk.payEarly.populateTransaction(receivableOf(stage, slice.invoice), [id], [word]);
  return send(obligor, "pays early", populated);
}

async function recourseCall(
  stage: YearStage,
  { kind, by, slice }: Extract<Step, { kind: "demand" | "payRecourse" }>,
): Promise<Call> {
  const { ledger, recourseDesk } = stage.contracts;
  const [actor, id] = [actorOf(stage, by), sliceAt(stage, slice)];
  const holder = `0x${((await ledger.sliceWordOf(id)) & (2n ** 160n - 1n)).toString(16).padStart(40, "0")}`;
  const link = stage.memory.links.get(`${id} ${holder}`) ?? 0n;
  if (kind === "demand") return send(actor, "demands", recourseDesk.demand.populateTransaction(link, id));
  const [word, { amount }] = [await ledger.sliceWordOf(id), await recourseDesk.claimOf(link, id)];
  return send(actor, "pays recourse", recourseDesk.payRecourse.populateTransaction(link, id, word, amount));
}

/** The third currency's issuer blocks a holder, or no longer; the holder takes what was set aside for it. */
function blockedCall(stage: YearStage, step: Extract<Step, { kind: "claim" | "refuseCash" }>): Promise<Call> {
  const { address, ...actor } = actorOf(stage, step.player);
  if (step.kind === "claim") {
    const by = actorOf(stage, actor.player.key);
    const populated = stage.contracts.settlementDesk.claim.populateTransaction(address, CURRENCIES.USD, address);
    return send(by, "claims", populated);
  }
  const { target } = purseOf(stage, CURRENCIES.USD).token;
  const token = BlocklistToken__factory.connect(target.toString(), stage.chain.provider);
  const populated = token.setRefused.populateTransaction(address, step.refused);
  return send(actorOf(stage, "operator"), "blocks", populated);
}

async function liveSlices({ contracts }: YearStage, id: bigint): Promise<bigint[]> {
  const { ids } = await contracts.ledger.slicesOf(id, 0, MOST_SLICES);
  return [...ids];
}
