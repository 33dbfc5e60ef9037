import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isIndexLagging } from "./indexLag.ts";
import { useChainHead } from "./useChainHead.ts";
import { INDEX_HEAD, useIndexHead } from "./useIndexHead.ts";

type IndexState = "ready" | "unreachable" | "lagging";

/**
 * Reads everything from the index anew when it has taken in another block, so that other people's actions appear, and when it answers
 * again after it did not. Used once, by the shell.
 */
export function useFollowIndex(): IndexState {
  const queries = useQueryClient();
  const { data: index, isError } = useIndexHead();
  const { data: chain } = useChainHead();
  const caughtUpAt = useRef(Date.now());
  const block = index?.number;

  useEffect(() => {
    if (block === undefined || isError) return;
    // What was read after this answer came has the block already.
    const answeredAt = queries.getQueryState(INDEX_HEAD.queryKey)?.dataUpdatedAt ?? 0;
    const isOlder = ({ state }: Query) => state.dataUpdatedAt <= answeredAt || state.status === "error";
    void queries.invalidateQueries({ queryKey: ["index"], predicate: isOlder });
  }, [queries, block, isError]);

  if (isError) return "unreachable";
  if (block === undefined || chain === undefined) return "ready";
  const now = Date.now();
  if (block >= chain.number) caughtUpAt.current = now;
  return isIndexLagging({ chain: chain.number, index: block, caughtUpAt: caughtUpAt.current, now })
    ? "lagging"
    : "ready";
}
