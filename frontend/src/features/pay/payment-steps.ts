import { erc20Abi, type PublicClient } from "viem";
import type { Deployment } from "../../app/deployment/deployment.ts";
import { type ActionStep, contractCall } from "../../app/transaction/action.ts";
import { decodeSliceWord } from "../../domain/ids.ts";
import { isRetired } from "../../domain/slice-state.ts";
import { ledgerAbi, settlementDeskAbi } from "../../generated/contracts.ts";
import type { EarlyPlan } from "./earlyPlan.ts";
import type { PaymentPlan } from "./paymentPlan.ts";

interface Early {
  payEarly: (part: number, parts: number) => string;
}

interface StepContext {
  client: PublicClient;
  addresses: Deployment["addresses"];
  names: {
    approve: string;
    pay: string;
    payOut: (part: number, parts: number) => string;
  };
}

/**
 * Allow the cash if that is missing, pay, then pay out what did not fit into the paying transaction. What has been done already is
 * left out when a failed run is begun again.
 */
export function paymentSteps(plan: PaymentPlan, context: StepContext): ActionStep[] {
  const [first = [], ...further] = plan.batches;
  return [
    ...(plan.mustApprove ? [approveStep(plan, context)] : []),
    payStep(plan, first, context),
    ...payOutSteps(plan.receivableId, further, context),
  ];
}

/** Allow the cash if that is missing, then pay the slices in as many transactions as they need. */
export function earlySteps(
  plan: EarlyPlan,
  { client, addresses, names }: Omit<StepContext, "names"> & { names: Pick<StepContext["names"], "approve"> & Early },
): ActionStep[] {
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const ledger = { address: addresses.ledger, abi: ledgerAbi } as const;
  const pays = plan.batches.map(({ ids, words }, i) => ({
    name: names.payEarly(i + 1, plan.batches.length),
    call: async () => {
      const word = await client.readContract({ ...ledger, functionName: "sliceWordOf", args: [ids[0] ?? 0n] });
      // Paid in a run that was broken off. Any other change is refused, since the whole word is named.
      if (isRetired({ flags: decodeSliceWord(word).flags })) return null;
      return contractCall({ ...desk, functionName: "payEarly", args: [plan.receivableId, ids, words] });
    },
  }));
  return [...(plan.mustApprove ? [approveStep(plan, { client, addresses, names })] : []), ...pays];
}

function approveStep(
  { obligor, needed, currency }: Pick<PaymentPlan, "obligor" | "needed" | "currency">,
  { client, addresses, names }: Pick<StepContext, "client" | "addresses"> & { names: { approve: string } },
): ActionStep {
  const desk = addresses.settlementDesk;
  const token = { address: currency.token, abi: erc20Abi } as const;
  const approve = contractCall({ ...token, functionName: "approve", args: [desk, needed] });
  return {
    name: names.approve,
    call: async () => {
      const allowance = await client.readContract({ ...token, functionName: "allowance", args: [obligor, desk] });
      return allowance < needed ? approve : null;
    },
  };
}

function payStep(
  { receivableId, amount, isPart, batches, wholeFace, collection }: PaymentPlan,
  ids: bigint[],
  { client, addresses, names }: StepContext,
): ActionStep {
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const pay = isPart
    ? contractCall({ ...desk, functionName: "payPart", args: [receivableId, amount, ids] })
    : contractCall({ ...desk, functionName: "pay", args: [receivableId, ids] });
  // Alone it is known at once, so that its network cost can be shown.
  if (batches.length <= 1) return { name: names.pay, call: pay };
  return {
    name: names.pay,
    call: async () => {
      const now = await client.readContract({ ...desk, functionName: "collectionOf", args: [receivableId] });
      const isDone = isPart ? now.parts > collection.parts : BigInt(now.paid) === wholeFace;
      return isDone ? null : pay;
    },
  };
}

/** Anyone may send these; each carries one batch of slices, which is burnt as a whole, or, of a part, paid once. */
export function payOutSteps(
  receivableId: bigint,
  batches: readonly (readonly bigint[])[],
  {
    client,
    addresses,
    names,
  }: Pick<StepContext, "client" | "addresses"> & { names: Pick<StepContext["names"], "payOut"> },
): ActionStep[] {
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const ledger = { address: addresses.ledger, abi: ledgerAbi } as const;
  return batches.map((ids, i) => ({
    name: names.payOut(i + 1, batches.length),
    call: async () => {
      const word = await client.readContract({ ...ledger, functionName: "sliceWordOf", args: [ids[0] ?? 0n] });
      return word === 0n ? null : contractCall({ ...desk, functionName: "payOut", args: [receivableId, ids] });
    },
  }));
}
