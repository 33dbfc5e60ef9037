import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isIndexLagging } from "./indexLag.ts";
import { fetchNews, refreshIndexed } from "./news.ts";
import { useChainHead } from "./useChainHead.ts";
import { INDEX_HEAD, useIndexHead } from "./useIndexHead.ts";

type IndexState = "ready" | "unreachable" | "lagging";

/**
 * Reads from the index anew what may have changed when it has taken in another block, so that other people's actions appear, and
 * everything when it answers again after it did not. Used once, by the shell.
 */
export function useFollowIndex(): IndexState {
  const queries = useQueryClient();
  const { data: index, isError } = useIndexHead();
  const { data: chain } = useChainHead();
  const caughtUpAt = useRef(Date.now());
  const seen = useRef<bigint | null>(null);
  const block = index?.number;
  const timestamp = index?.timestamp;

  useEffect(() => {
    if (block === undefined || timestamp === undefined || isError) {
      seen.current = null;
      return;
    }
    const since = seen.current;
    seen.current = timestamp;
    // What was read after this answer came has the block already.
    const answeredAt = queries.getQueryState(INDEX_HEAD.queryKey)?.dataUpdatedAt ?? 0;
    void refreshIndexed(queries, answeredAt, async () => (since === null ? null : fetchNews(since)));
  }, [queries, block, timestamp, isError]);

  if (isError) return "unreachable";
  if (block === undefined || chain === undefined) return "ready";
  const now = Date.now();
  if (block >= chain.number) caughtUpAt.current = now;
  return isIndexLagging({ chain: chain.number, index: block, caughtUpAt: caughtUpAt.current, now })
    ? "lagging"
    : "ready";
}
