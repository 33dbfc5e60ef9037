import type { Hex } from "viem";
import { useReadContract } from "wagmi";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { settlementDeskAbi } from "../../generated/contracts.ts";

/** Penalty owed on a receivable today, in minor units; undefined while it is read. */
export function usePenalty(receivable: Hex): bigint | undefined {
  const { addresses } = useDeployment();
  const desk = { address: addresses.settlementDesk, abi: settlementDeskAbi } as const;
  const { data } = useReadContract({ ...desk, functionName: "dueOf", args: [BigInt(receivable)] });
  return data?.penalty;
}
