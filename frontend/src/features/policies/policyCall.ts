import { decodeFunctionData, encodeFunctionData, type Hex } from "viem";
import type { AnnouncedOperation } from "../../app/data/queries/governance.ts";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { authorityAbi, ledgerAbi } from "../../generated/contracts.ts";
import type { NewPolicy } from "./draft.ts";
import type { Parameters } from "./parameters.ts";

type Address = Hex;

interface Decided extends NewPolicy {
  /** Hash of the document that decides it. */
  decision: Hex;
}

/** The call that adds a version to the ledger, made by whoever announced it. */
export function addPolicyCall(ledger: Address, { parameters, effectiveFrom, decision }: Decided): ContractCall {
  const policy = {
    ...parameters,
    minSlice: Number(parameters.minSlice),
    contractAbove: Number(parameters.contractAbove),
    effectiveFrom,
    supersededAt: 0,
  };
  return contractCall({ address: ledger, abi: ledgerAbi, functionName: "addPolicy", args: [policy, decision] });
}

/** Announces a call of the ledger to the AccessManager; it may be made once the caller's delay is over. */
export function announceCall(accessManager: Address, ledger: Address, call: ContractCall): ContractCall {
  const data = encodeFunctionData(call);
  return contractCall({ address: accessManager, abi: authorityAbi, functionName: "schedule", args: [ledger, data, 0] });
}

export function cancelCall(accessManager: Address, { caller, target, data }: AnnouncedOperation): ContractCall {
  return contractCall({
    address: accessManager,
    abi: authorityAbi,
    functionName: "cancel",
    args: [caller, target, data],
  });
}

/** What was announced: a version with its parameters, or another call of the ledger by its name. */
export type Announced =
  | ({ kind: "policy"; call: ContractCall } & Decided)
  | { kind: "other"; functionName: string; call: ContractCall };

/** @throws viem's error when the ledger has no such function. */
export function readAnnounced({ target, data }: AnnouncedOperation): Announced {
  const { functionName, args } = decodeFunctionData({ abi: ledgerAbi, data });
  const call: ContractCall = { address: target, abi: ledgerAbi, functionName, args: args ?? [] };
  if (functionName !== "addPolicy") return { kind: "other", functionName, call };
  const [{ effectiveFrom, supersededAt: _, minSlice, contractAbove, ...rest }, decision] = args;
  const parameters: Parameters = { ...rest, minSlice: BigInt(minSlice), contractAbove: BigInt(contractAbove) };
  return { kind: "policy", call, parameters, effectiveFrom, decision };
}
