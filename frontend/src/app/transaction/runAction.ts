import type { Account, Address, Chain, PublicClient, TransactionReceipt, Transport, WalletClient } from "viem";
import { ContractFunctionExecutionError, ContractFunctionRevertedError } from "viem";
import type { ActionFailure, ActionStatus, ActionStep, ContractCall } from "./action.ts";
import { failureOf } from "./failureOf.ts";

interface ActionContext {
  publicClient: PublicClient;
  walletClient: WalletClient<Transport, Chain, Account>;
  account: Address;
  onStatus: (status: ActionStatus) => void;
}

/**
 * Does the steps one after the other: each is simulated on the chain, signed, and awaited before the next one begins.
 * @returns the last receipt, or null when a step failed (its status says why) or none was needed.
 */
export async function runAction(
  steps: readonly ActionStep[],
  context: ActionContext,
): Promise<TransactionReceipt | null> {
  let last: TransactionReceipt | null = null;
  let reached: ActionStatus = { state: "idle" };
  const onStatus = (status: ActionStatus) => {
    reached = status;
    context.onStatus(status);
  };
  for (const [step, { call }] of steps.entries()) {
    try {
      onStatus({ state: "simulating", step });
      const found = typeof call === "function" ? await call() : call;
      if (found) last = await doStep(found, step, { ...context, onStatus });
    } catch (error) {
      onStatus({ state: "failed", step, failure: dated(failureOf(error), reached) });
      return null;
    }
  }
  onStatus(last ? { state: "confirmed", hash: last.transactionHash, receipt: last } : { state: "idle" });
  return last;
}

/** A chain that did not answer: whether something was sent depends on how far the action had come. */
function dated(failure: ActionFailure, reached: ActionStatus): ActionFailure {
  if (failure.kind !== "unreachable") return failure;
  if (reached.state === "simulating") return { ...failure, kind: "not-sent" };
  return reached.state === "pending" ? { kind: "unconfirmed", detail: reached.hash } : failure;
}

async function doStep(call: ContractCall, step: number, context: ActionContext): Promise<TransactionReceipt> {
  const { publicClient, walletClient, account, onStatus } = context;
  await publicClient.simulateContract({ ...call, account });
  onStatus({ state: "awaiting-signature", step });
  const hash = await walletClient.writeContract({ ...call, account: walletClient.account, chain: walletClient.chain });
  onStatus({ state: "pending", step, hash });
  const receipt = await publicClient.waitForTransactionReceipt({ hash });
  if (receipt.status === "reverted") throw await lateRevertOf(call, receipt, context);
  return receipt;
}

/** Somebody else's transaction came between simulation and block: asks the chain of that block for the reason. */
async function lateRevertOf(call: ContractCall, receipt: TransactionReceipt, context: ActionContext): Promise<unknown> {
  try {
    await context.publicClient.simulateContract({
      ...call,
      account: context.account,
      blockNumber: receipt.blockNumber,
    });
  } catch (reason) {
    return reason;
  }
  const message = `Transaction ${receipt.transactionHash} was reverted.`;
  const cause = new ContractFunctionRevertedError({ ...call, message });
  return new ContractFunctionExecutionError(cause, { ...call, contractAddress: call.address });
}
