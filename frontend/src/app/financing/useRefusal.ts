import { useQuery } from "@tanstack/react-query";
import { useConnection, usePublicClient } from "wagmi";
import type { ActionFailure, ContractCall } from "../transaction/action.ts";
import { failureOf } from "../transaction/failureOf.ts";

const REFRESH_MS = 3_000;

/**
 * Whether the chain would refuse a call of the connected account now: why, or null if it would not; undefined while it is asked.
 * @param key Tells the call from all others.
 */
export function useRefusal(key: string, call: ContractCall): ActionFailure | null | undefined {
  const client = usePublicClient();
  const { address } = useConnection();
  const { data } = useQuery({
    queryKey: ["index", "refusal", address, key],
    enabled: client !== undefined && address !== undefined,
    refetchInterval: REFRESH_MS,
    queryFn: async (): Promise<ActionFailure | null> => {
      if (!client || !address) throw new Error("No account is connected.");
      try {
        await client.simulateContract({ ...call, account: address });
        return null;
      } catch (error) {
        return failureOf(error);
      }
    },
  });
  return data;
}
