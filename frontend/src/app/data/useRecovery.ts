import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Once a fault is over, asks again for whatever failed meanwhile, so that nobody has to reload the page. */
export function useRecovery(isFaulty: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isFaulty) void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
  }, [queries, isFaulty]);
}
