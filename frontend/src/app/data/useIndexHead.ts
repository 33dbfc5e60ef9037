import { queryOptions, useQuery } from "@tanstack/react-query";
import { callServer, ServerError } from "./server.ts";

/** Ponder's answer: one entry for each chain it follows. */
type IndexStatus = Readonly<Record<string, { id: number; block: { number: number; timestamp: number } | null }>>;

const POLL_MS = 700;

export interface IndexHead {
  number: bigint;
  /** Seconds, by the chain's clock. */
  timestamp: bigint;
}

/** The newest block in the index. */
export const INDEX_HEAD = queryOptions({
  queryKey: ["indexer", "head"],
  retry: false,
  queryFn: async ({ signal }): Promise<IndexHead> => {
    const response = await callServer("/status", { signal });
    const status: IndexStatus = await response.json();
    const block = Object.values(status)[0]?.block;
    if (!block) throw new ServerError(0, "NotReady", "The indexer has not read a block yet.");
    return { number: BigInt(block.number), timestamp: BigInt(block.timestamp) };
  },
});

/** One poll for the whole page, however many screens ask. */
export function useIndexHead() {
  return useQuery({ ...INDEX_HEAD, refetchInterval: POLL_MS });
}
