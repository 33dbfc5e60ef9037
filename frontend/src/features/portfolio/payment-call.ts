import { type Address, getAddress } from "viem";
import { type ContractCall, contractCall } from "../../app/transaction/action.ts";
import { uint48 } from "../../app/transaction/uint48.ts";
import { ledgerAbi } from "../../generated/contracts.ts";
import type { SplitPlan } from "./split-plan.ts";

/** A sound plan as one transaction: a transfer of the whole slice, or parts cut off and passed on. */
export function paymentCall(
  ledger: Address,
  slice: { id: `0x${string}` },
  plan: SplitPlan,
  offerUntil: bigint,
): ContractCall {
  const id = BigInt(slice.id);
  const until = plan.needsAcceptance ? uint48(offerUntil) : 0;
  const parts = plan.lines.flatMap(({ payee, amount }) =>
    payee && amount !== null ? [{ to: getAddress(payee.account), amount: uint48(amount) }] : [],
  );
  const [only] = parts;
  if (plan.isWhole && only) {
    return contractCall({ address: ledger, abi: ledgerAbi, functionName: "transfer", args: [id, only.to, until] });
  }
  return contractCall({
    address: ledger,
    abi: ledgerAbi,
    functionName: "splitAndTransfer",
    args: [id, parts, until],
  });
}
