import { HttpRequestError, type PublicClient, type TransactionReceipt, type WalletClient } from "viem";
import { describe, expect, it } from "vitest";
import { ledgerAbi } from "../../generated/contracts.ts";
import { type ActionStatus, contractCall } from "./action.ts";
import { runAction } from "./runAction.ts";

const ACCOUNT = `0x${"a1".repeat(20)}` as const;
const HASH = `0x${"ab".repeat(32)}` as const;
const CALL = contractCall({ address: ACCOUNT, abi: ledgerAbi, functionName: "suspend", args: [ACCOUNT] });

type Stage = "simulateContract" | "writeContract" | "waitForTransactionReceipt";

/** Runs one call of a chain that stops answering at the given stage. @returns the statuses in their order. */
async function runUntil(lost: Stage | null): Promise<ActionStatus[]> {
  const answer = (stage: Stage, value: unknown) => async () => {
    if (stage === lost) throw new HttpRequestError({ url: "http://127.0.0.1/rpc", body: {} });
    return value;
  };
  const receipt = { status: "success", transactionHash: HASH } as TransactionReceipt;
  const statuses: ActionStatus[] = [];
  await runAction([{ name: "suspend", call: CALL }], {
    publicClient: {
      simulateContract: answer("simulateContract", {}),
      waitForTransactionReceipt: answer("waitForTransactionReceipt", receipt),
    } as unknown as PublicClient,
    walletClient: { writeContract: answer("writeContract", HASH) } as unknown as WalletClient as never,
    account: ACCOUNT,
    onStatus: (status) => statuses.push(status),
  });
  return statuses;
}

describe("runAction", () => {
  it("simulates, asks for a signature and waits for the block", async () => {
    const states = (await runUntil(null)).map(({ state }) => state);
    expect(states).toEqual(["simulating", "awaiting-signature", "pending", "confirmed"]);
  });

  it.each([
    ["simulateContract", "not-sent"],
    ["writeContract", "unreachable"],
    ["waitForTransactionReceipt", "unconfirmed"],
  ] as const)("tells what is known when the chain is lost in %s", async (stage, kind) => {
    expect((await runUntil(stage)).at(-1)).toMatchObject({ state: "failed", failure: { kind } });
  });

  it("names the transaction that was sent", async () => {
    const last = (await runUntil("waitForTransactionReceipt")).at(-1);
    expect(last).toMatchObject({ failure: { detail: HASH } });
  });
});
