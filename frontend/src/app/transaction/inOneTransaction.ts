import { type Address, encodeFunctionData } from "viem";
import { ledgerAbi } from "../../generated/contracts.ts";
import { type ContractCall, contractCall } from "./action.ts";

/** Several calls of the ledger that one signature carries: all of them happen, or none. */
export function inOneTransaction(ledger: Address, calls: readonly ContractCall[]): ContractCall {
  const [only] = calls;
  if (only && calls.length === 1) return only;
  const data = calls.map(({ abi, functionName, args }) => encodeFunctionData({ abi, functionName, args }));
  return contractCall({ address: ledger, abi: ledgerAbi, functionName: "multicall", args: [data] });
}
