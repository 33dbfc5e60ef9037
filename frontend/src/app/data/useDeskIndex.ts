import type { Address } from "viem";
import { useReadContract } from "wagmi";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useMe } from "../session/useMe.ts";

/** The bit of a desk in every participant's word; undefined while it is read, 0 when the desk is not admitted. */
export function useDeskIndex(desk: Address): number | undefined {
  const { ledger } = useDeployment().addresses;
  const { data } = useReadContract({ address: ledger, abi: ledgerAbi, functionName: "deskOf", args: [desk] });
  return data?.index;
}

/** @param desks A participant's row: bit n says that desk n may move its slices. */
export function hasEnabledDesk(desks: bigint, index: number): boolean {
  return index > 0 && ((desks >> BigInt(index)) & 1n) === 1n;
}

/** Whether the connected account lets a desk move its slices; undefined while that is read. */
export function useDeskConsent(desk: Address): boolean | undefined {
  const { participant } = useMe();
  const index = useDeskIndex(desk);
  return participant && index !== undefined ? hasEnabledDesk(participant.desks, index) : undefined;
}
