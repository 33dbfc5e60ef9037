import { useQuery } from "@tanstack/react-query";
import { getBlock } from "viem/actions";
import { useClient } from "wagmi";
import type { ChainHead } from "../../app/data/useChainHead.ts";
import { useIndexHead } from "../../app/data/useIndexHead.ts";

/** The block whose state the index shows, with its time; undefined while it is read. */
export function useAsOf(): ChainHead | undefined {
  const client = useClient();
  const { data: number } = useIndexHead();
  const { data } = useQuery({
    queryKey: ["chain", "block", number?.toString()],
    enabled: client !== undefined && number !== undefined,
    // A block's time never changes; until the next one is read, the last one stands.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: ChainHead | undefined) => before,
    queryFn: async (): Promise<ChainHead> => {
      if (!client || number === undefined) throw new Error("No client for this chain.");
      const { timestamp } = await getBlock(client, { blockNumber: number });
      return { number, timestamp };
    },
  });
  return data;
}
