import { expect, it } from "vitest";
import { tellingOrder } from "./tellingOrder.ts";

it("tells a transaction's steps in their natural order and leaves transactions where they are", () => {
  const steps = [
    "1 receivableConfirmed",
    "2 transferOffered",
    "2 sliceSplit",
    "3 receivableSettled",
    "3 obligorPaid",
    "3 slicePaid",
  ];
  const told = tellingOrder(steps.map((step) => ({ txHash: step.slice(0, 1), kind: step.slice(2) })));
  expect(told.map(({ txHash, kind }) => `${txHash} ${kind}`)).toEqual([
    "1 receivableConfirmed",
    "2 sliceSplit",
    "2 transferOffered",
    "3 obligorPaid",
    "3 slicePaid",
    "3 receivableSettled",
  ]);
});
