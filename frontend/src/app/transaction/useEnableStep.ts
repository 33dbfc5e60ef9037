import { useState } from "react";
import type { Address } from "viem";
import { useConnection, usePublicClient } from "wagmi";
import { ledgerAbi } from "../../generated/contracts.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { type ActionStep, type ContractCall, contractCall } from "./action.ts";

const DESKS_SHIFT = 16n;

/**
 * The permission for a desk to move slices, as a first step; none if it was given before. The list of steps stays as it was begun, also
 * when this step has changed what it was made from.
 * @param isEnabled As it was when the dialog opened.
 */
export function useEnableStep(desk: Address, isEnabled: boolean, name: string): ActionStep[] {
  const client = usePublicClient();
  const { address } = useConnection();
  const { ledger } = useDeployment().addresses;
  const [isNeeded] = useState(!isEnabled);
  const call = async (): Promise<ContractCall | null> => {
    if (!client || !address) throw new Error("No account is connected.");
    const on = { address: ledger, abi: ledgerAbi } as const;
    const [{ index }, word] = await Promise.all([
      client.readContract({ ...on, functionName: "deskOf", args: [desk] }),
      client.readContract({ ...on, functionName: "participantOf", args: [address] }),
    ]);
    const isDone = ((word >> (DESKS_SHIFT + BigInt(index))) & 1n) === 1n;
    return isDone ? null : contractCall({ ...on, functionName: "setDeskEnabled", args: [desk, true] });
  };
  return isNeeded ? [{ name, call }] : [];
}
