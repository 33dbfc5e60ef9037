import { type Address, getAddress } from "viem";
import { ledgerAbi } from "../../generated/contracts.ts";
import { type ContractCall, contractCall } from "../transaction/action.ts";
import { uint48 } from "../transaction/uint48.ts";

export interface SlicePart {
  to: string;
  amount: bigint;
}

interface Payment {
  id: string;
  parts: readonly SlicePart[];
  /** The one part is all of the slice: nothing is cut. */
  isWhole: boolean;
  /** Last second at which who has to accept may do so; 0 when everybody receives at once. */
  until: bigint;
}

/** A payment from one slice: a transfer of the whole of it, or parts cut off and passed on. */
export function paymentCall(ledger: Address, { id, parts, isWhole, until }: Payment): ContractCall {
  const [only] = parts;
  if (isWhole && only) {
    const args = [BigInt(id), getAddress(only.to), uint48(until)] as const;
    return contractCall({ address: ledger, abi: ledgerAbi, functionName: "transfer", args });
  }
  const cut = parts.map(({ to, amount }) => ({ to: getAddress(to), amount: uint48(amount) }));
  const args = [BigInt(id), cut, uint48(until)] as const;
  return contractCall({ address: ledger, abi: ledgerAbi, functionName: "splitAndTransfer", args });
}
