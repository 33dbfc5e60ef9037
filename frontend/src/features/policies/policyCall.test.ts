import { encodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { ledgerAbi } from "../../generated/contracts.ts";
import { addPolicyCall, readAnnounced } from "./policyCall.ts";

const LEDGER = `0x${"1e".repeat(20)}` as const;
const DECISION = `0x${"de".repeat(32)}` as const;
const NEW = {
  parameters: {
    ...{ tenorSoftDays: 90, tenorHardDays: 180, maxHops: 7, minSlice: 200n, maxSlices: 400, graceDays: 1 },
    ...{ defaultDays: 20, penaltyPpmPerDay: 600, utcOffsetHours: -5, contractAbove: 500_000_000n },
    ...{ requireRegistry: false, stopIssuance: false, consentAllowed: true },
  },
  effectiveFrom: 1_800_000_000,
  decision: DECISION,
};

function announced(data: `0x${string}`) {
  const others = {
    id: "1",
    operationHash: DECISION,
    nonce: 1,
    status: "announced",
    caller: LEDGER,
    txHash: DECISION,
  } as const;
  return readAnnounced({ ...others, target: LEDGER, data, announcedAt: 0n, readyAt: 0n, endedAt: null });
}

describe("readAnnounced", () => {
  it("reads every parameter back that was announced", () => {
    const data = encodeFunctionData(addPolicyCall(LEDGER, NEW));
    expect(announced(data)).toMatchObject({ kind: "policy", ...NEW });
  });

  it("names another call of the ledger", () => {
    const data = encodeFunctionData({ abi: ledgerAbi, functionName: "admitDesk", args: [LEDGER, 1, DECISION] });
    expect(announced(data)).toMatchObject({ kind: "other", functionName: "admitDesk" });
  });
});
