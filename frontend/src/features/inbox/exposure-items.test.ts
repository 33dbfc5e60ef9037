import { expect, it } from "vitest";
import { exposureItems } from "./exposure-items.ts";

it("adds up what can be released, one line for each currency", () => {
  const receivables = [
    { id: "0x1", currency: 1 },
    { id: "0x2", currency: 2 },
    { id: "0x3", currency: 1 },
    { id: "0x4", currency: 3 },
  ];
  const cents = new Map([
    ["0x1", 5n],
    ["0x2", 7n],
    ["0x3", 6n],
  ]);
  expect(exposureItems(cents, receivables).map(({ money }) => money)).toEqual([
    { amount: 11n, currency: 1 },
    { amount: 7n, currency: 2 },
  ]);
});
