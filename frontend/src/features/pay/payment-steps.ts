import { type Address, erc20Abi } from "viem";
import type { Deployment } from "../../app/deployment/deployment.ts";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { settlementDeskAbi } from "../../generated/contracts.ts";
import type { PaymentPlan } from "./fetchPaymentPlan.ts";

interface StepNames {
  approve: string;
  pay: string;
  payOut: (part: number, parts: number) => string;
}

/** Allow the cash if that is missing, pay, then pay out what did not fit into the paying transaction. */
export function paymentSteps(plan: PaymentPlan, addresses: Deployment["addresses"], names: StepNames): ActionStep[] {
  const [first = [], ...further] = plan.batches;
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const approve = contractCall({
    address: plan.currency.token,
    abi: erc20Abi,
    functionName: "approve",
    args: [addresses.settlementDesk, plan.needed],
  });
  const pay = contractCall({ ...desk, functionName: "pay", args: [plan.receivableId, first] });
  return [
    ...(plan.mustApprove ? [{ name: names.approve, call: approve }] : []),
    { name: names.pay, call: pay },
    ...payOutSteps(plan.receivableId, further, addresses.settlementDesk, names.payOut),
  ];
}

/** Anyone may send these; each carries one batch of slices. */
export function payOutSteps(
  receivableId: bigint,
  batches: readonly (readonly bigint[])[],
  desk: Address,
  name: StepNames["payOut"],
): ActionStep[] {
  return batches.map((ids, i) => ({
    name: name(i + 1, batches.length),
    call: contractCall({ address: desk, abi: settlementDeskAbi, functionName: "payOut", args: [receivableId, ids] }),
  }));
}
