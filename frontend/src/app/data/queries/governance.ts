import { useQuery } from "@tanstack/react-query";
import type { announcedOperation } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type AnnouncedOperation = typeof announcedOperation.$inferSelect;

const OPERATIONS = `query AnnouncedOperations($after: String) {
  announcedOperations(where: { status: announced }, orderBy: "readyAt", orderDirection: "asc", limit: 1000, after: $after) {
    items { id operationHash nonce status caller target data announcedAt readyAt endedAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Changes of the rulebook that were announced and neither carried out nor cancelled; time alone lapses some. */
export function useAnnouncedOperations(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["index", "announcedOperations"],
    queryFn: () =>
      fetchRows<AnnouncedOperation>(OPERATIONS, "announcedOperations", {
        announcedAt: true,
        readyAt: true,
        endedAt: true,
      }),
  });
}
