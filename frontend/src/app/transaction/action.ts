import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, Hash, TransactionReceipt } from "viem";

/** One call of a contract that changes something. Build it with `contractCall`, which checks name and arguments. */
export interface ContractCall {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
}

type Writing = "nonpayable" | "payable";

/** A call with its function name and arguments checked against the ABI. */
export function contractCall<const abi extends Abi, name extends ContractFunctionName<abi, Writing>>(call: {
  address: Address;
  abi: abi;
  functionName: name;
  args: ContractFunctionArgs<abi, Writing, name>;
}): ContractCall {
  return { ...call, args: [...(call.args as readonly unknown[])] };
}

/** A call, or a way to find it once the steps before are confirmed; null when it is not needed. */
export interface ActionStep {
  /** For example "Allow the desk to take the cash". */
  name: string;
  call: ContractCall | (() => Promise<ContractCall | null>);
}

/** Why an action did not happen. `detail` is for whoever is asked for help. */
export type ActionFailure =
  | { kind: "rejected" }
  | { kind: "reverted"; error: string; args: Readonly<Record<string, string>>; detail: string }
  | { kind: "wrong-network" | "nonce" | "funds" | Unreachable | "not-connected" | "unknown"; detail: string };

/**
 * The chain did not answer: before anything was sent, while the wallet was sending (nobody knows), or after, when only the block is
 * missing.
 */
type Unreachable = "not-sent" | "unreachable" | "unconfirmed";

/** How far an action has come. `step` counts from 0. */
export type ActionStatus =
  | { state: "idle" }
  | { state: "simulating"; step: number }
  | { state: "awaiting-signature"; step: number }
  | { state: "pending"; step: number; hash: Hash }
  | { state: "confirmed"; hash: Hash; receipt: TransactionReceipt }
  | { state: "failed"; step: number; failure: ActionFailure };

export type BusyStatus = Extract<ActionStatus, { state: "simulating" | "awaiting-signature" | "pending" }>;

export function isBusy(status: ActionStatus): status is BusyStatus {
  return status.state === "simulating" || status.state === "awaiting-signature" || status.state === "pending";
}
