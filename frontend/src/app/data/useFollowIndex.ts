import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isIndexLagging } from "./indexLag.ts";
import { useChainHead } from "./useChainHead.ts";
import { useIndexHead } from "./useIndexHead.ts";

type IndexState = "ready" | "unreachable" | "lagging";

/**
 * Reads everything from the index anew when it has taken in another block, so that other people's actions appear.
 * Used once, by the shell.
 */
export function useFollowIndex(): IndexState {
  const queries = useQueryClient();
  const { data: index, isError } = useIndexHead();
  const { data: chain } = useChainHead();
  const caughtUpAt = useRef(Date.now());

  useEffect(() => {
    if (index !== undefined) void queries.invalidateQueries({ queryKey: ["index"] });
  }, [queries, index]);

  if (isError) return "unreachable";
  if (index === undefined || chain === undefined) return "ready";
  const now = Date.now();
  if (index >= chain.number) caughtUpAt.current = now;
  return isIndexLagging({ chain: chain.number, index, caughtUpAt: caughtUpAt.current, now }) ? "lagging" : "ready";
}
