import type { Address } from "viem";
import { useReadContract } from "wagmi";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useMe } from "../session/useMe.ts";

/** A desk as the ledger admitted it; its index is its bit in every participant's word, 0 when the desk is not admitted. */
export function useDesk(desk: Address) {
  const { ledger } = useDeployment().addresses;
  return useReadContract({ address: ledger, abi: ledgerAbi, functionName: "deskOf", args: [desk] });
}

/** The desk's index; undefined while it is read. */
export function useDeskIndex(desk: Address): number | undefined {
  return useDesk(desk).data?.index;
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
