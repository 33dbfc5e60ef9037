import { useQuery } from "@tanstack/react-query";
import type { keyReplacement } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type Replacement = typeof keyReplacement.$inferSelect;

const REPLACEMENTS = `query KeyReplacements($after: String) {
  keyReplacements(orderBy: "proposedAt", orderDirection: "desc", limit: 1000, after: $after) {
    items { id lost successor status proposedBy proposedAt agreedBy readyAt endedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every replacement of a lost key that was ever proposed, newest first. */
export function useReplacements(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["index", "keyReplacements"],
    queryFn: () =>
      fetchRows<Replacement>(REPLACEMENTS, "keyReplacements", { proposedAt: true, readyAt: true, endedAt: true }),
  });
}
