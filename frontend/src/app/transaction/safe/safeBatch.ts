import { type Address, encodeFunctionData, type Hex, keccak256, stringToBytes } from "viem";
import type { ContractCall } from "../action.ts";

/** One call as a Safe makes it. */
export interface SafeCall {
  to: Address;
  /** Wei; none of the contracts' functions takes any. */
  value: "0";
  data: Hex;
}

interface SafeBatch {
  version: "1.0";
  chainId: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  meta: { name: string; description: string; txBuilderVersion: string; createdFromSafeAddress: Address; checksum: Hex };
  transactions: (SafeCall & { contractMethod: null; contractInputsValues: null })[];
}

interface BatchWords {
  name: string;
  /** What its owners are asked to countersign, in words. */
  description: string;
}

export function safeCall({ address, abi, functionName, args }: ContractCall): SafeCall {
  return { to: address, value: "0", data: encodeFunctionData({ abi, functionName, args }) };
}

/**
 * A file that Safe's Transaction Builder opens, with the checksum by which it sees that nobody changed it.
 * @param calls In their order; the Safe makes them in one transaction.
 */
export function safeBatch(
  calls: readonly SafeCall[],
  words: BatchWords,
  { chainId, safe, now }: { chainId: number; safe: Address; now: number },
): SafeBatch {
  const batch = {
    version: "1.0" as const,
    chainId: chainId.toString(),
    createdAt: now,
    meta: { ...words, txBuilderVersion: "1.16.5", createdFromSafeAddress: safe },
    transactions: calls.map((call) => ({ ...call, contractMethod: null, contractInputsValues: null })),
  };
  const checksum = keccak256(stringToBytes(serialise(batch)));
  return { ...batch, meta: { ...batch.meta, checksum } };
}

/** As the Transaction Builder reckons its checksum: an object's keys in order, then their values. */
function serialise(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialise).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${JSON.stringify(entries.map(([key]) => key))}${entries.map(([, each]) => `${serialise(each)},`).join("")}}`;
}
