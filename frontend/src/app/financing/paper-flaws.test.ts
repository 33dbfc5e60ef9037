import { describe, expect, it } from "vitest";
import { type PaperFacts, paperFlaws } from "./paper-flaws.ts";

const facts: PaperFacts = {
  ...{ timestamp: 1_000n, today: 100, expiresAt: 1_000n, refusal: null, word: 7n, taker: "0xAb" },
  ...{ slice: { word: 7n, holder: "0xaB" }, receivable: { dueDay: 101, registryRecorded: true } },
  ...{ requireRegistry: true, face: 500n, cash: 4_900n, limited: true },
  means: { mayAct: true, balance: 4_900n, allowance: 4_900n, exposureLeft: 500n },
};
const reasons = (changes: Partial<PaperFacts>) => paperFlaws({ ...facts, ...changes }).map(({ reason }) => reason);

describe("paperFlaws", () => {
  it("finds none up to each bound", () => expect(reasons({})).toEqual([]));
  it.each([
    ["expired", { timestamp: 1_001n }],
    ["changed", { slice: { word: 8n, holder: "0xcd" } }],
    ["changed", { slice: null }],
    ["notHolder", { slice: { word: 7n, holder: "0xcd" } }],
    ["due", { today: 101 }],
    ["registry", { receivable: { dueDay: 101, registryRecorded: false } }],
    ["bank", { means: { ...facts.means, mayAct: false } }],
    ["balance", { means: { ...facts.means, balance: 4_899n } }],
    ["allowance", { means: { ...facts.means, allowance: 4_899n } }],
    ["exposure", { means: { ...facts.means, exposureLeft: 499n } }],
    ["cancelled", { refusal: "Quote_IsCancelled" }],
    ["cancelled", { refusal: "LoanOffer_SeriesOver" }],
    ["forged", { refusal: "Quote_SignatureInvalid" }],
  ] as const)("finds it %s", (reason, changes) => expect(reasons(changes)).toEqual([reason]));
  it("asks nothing of limits that do not apply, of what is not known and of other refusals", () => {
    expect(reasons({ limited: false, means: { ...facts.means, exposureLeft: 0n } })).toEqual([]);
    expect(reasons({ means: { mayAct: true, balance: null, allowance: null, exposureLeft: null } })).toEqual([]);
    expect(reasons({ refusal: "Slices_DeskNotEnabled" })).toEqual([]);
    expect(reasons({ requireRegistry: false, receivable: { dueDay: 101, registryRecorded: false } })).toEqual([]);
  });
  it("names all at once, what nothing can mend first", () => {
    expect(reasons({ refusal: "Quote_SignatureInvalid", timestamp: 1_001n, slice: null })).toEqual([
      ...["forged", "expired", "changed"],
    ]);
  });
});
