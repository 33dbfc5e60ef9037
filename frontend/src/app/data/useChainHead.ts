import { useQuery } from "@tanstack/react-query";
import { getBlock } from "viem/actions";
import { useClient } from "wagmi";

export interface ChainHead {
  number: bigint;
  /** Seconds, by the chain's clock: what "today" is. */
  timestamp: bigint;
}

/** The chain's newest block, once a second. */
export function useChainHead() {
  const client = useClient();
  return useQuery({
    queryKey: ["chain", "head"],
    enabled: client !== undefined,
    refetchInterval: 1_000,
    retry: false,
    queryFn: async (): Promise<ChainHead> => {
      if (!client) throw new Error("No client for this chain.");
      const { number, timestamp } = await getBlock(client, { includeTransactions: false });
      return { number, timestamp };
    },
  });
}
