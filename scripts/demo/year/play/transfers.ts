import type { Step } from "../plan/steps.ts";
import type { Call } from "./Chain.ts";
import { sliceAt } from "./invoices.ts";
import { actorOf, send, type YearStage } from "./stage.ts";

const DAY = 86_400;

export type TransferStep = Extract<Step, { kind: "pay" | "passOn" | "accept" | "endOffer" | "splitOwn" | "merge" }>;

/** Holders among themselves: paid with parts or the whole, accepted, refused, cleared away, cut and joined. */
export function transferCall(stage: YearStage, step: TransferStep): Promise<Call> {
  const { ledger } = stage.contracts;
  const by = actorOf(stage, step.by);
  // Open up to the end of that day.
  const endOf = (day: number) => (stage.firstDay + day + 1) * DAY - 8 * 3_600 - 1;
  switch (step.kind) {
    case "pay": {
      const parts = step.parts.map(({ to, amount }) => ({ to: actorOf(stage, to).address, amount }));
      const slice = sliceAt(stage, step.slice);
      return send(by, "pays", ledger.splitAndTransfer.populateTransaction(slice, parts, endOf(step.untilDay)));
    }
    case "passOn": {
      const to = actorOf(stage, step.to).address;
      const populated = ledger.transfer.populateTransaction(sliceAt(stage, step.slice), to, endOf(step.untilDay));
      return send(by, "passes on", populated);
    }
    case "accept":
      return send(by, "accepts", ledger.accept.populateTransaction(sliceAt(stage, step.slice)));
    case "endOffer":
      return send(by, "ends an offer", ledger.endOffer.populateTransaction(sliceAt(stage, step.slice)));
    case "splitOwn":
      return send(by, "splits", ledger.split.populateTransaction(sliceAt(stage, step.slice), step.amounts));
    case "merge": {
      const [left, right] = [sliceAt(stage, step.left), sliceAt(stage, step.right)];
      return send(by, "merges", ledger.merge.populateTransaction(left, right));
    }
  }
}
