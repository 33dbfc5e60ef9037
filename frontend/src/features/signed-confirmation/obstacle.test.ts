import { describe, expect, it } from "vitest";
import type { SignedConfirmation } from "../../domain/signed-confirmation.ts";
import { obstacleTo } from "./obstacle.ts";

const account = (byte: string) => `0x${byte.repeat(20)}` as const;
const hash = (byte: string) => `0x${byte.repeat(32)}` as const;
const terms = {
  ...{ obligor: account("0b"), invoiceKey: hash("aa"), documentRoot: hash("dd") },
  ...{ face: 100n, dueDay: 20_800, currency: 1 },
};
const signed: SignedConfirmation = {
  ...{ chainId: 1, ledger: account("1e"), creditor: account("c1"), terms, policy: 1, round: 1, deadline: 50n },
  signature: "0x00",
};
const row = { ...terms, creditor: account("C1"), status: "registered", round: 1 };
const here = { chainId: 1, ledger: account("1E"), timestamp: 50n };

describe("obstacleTo", () => {
  it("finds none in time, for the very terms registered", () => expect(obstacleTo(signed, row, here)).toBeNull());

  it.each([
    ["otherChain", signed, row, { ...here, chainId: 2 }],
    ["otherChain", signed, row, { ...here, ledger: account("2e") }],
    ["unknown", signed, null, here],
    ["notWaiting", signed, { ...row, status: "confirmed" }, here],
    ["otherTerms", signed, { ...row, face: 101n }, here],
    ["otherTerms", signed, { ...row, round: 2 }, here],
    ["otherTerms", signed, { ...row, documentRoot: hash("de") }, here],
    ["expired", signed, row, { ...here, timestamp: 51n }],
  ] as const)("says %s", (obstacle, given, found, now) => expect(obstacleTo(given, found, now)).toBe(obstacle));
});
