import { useQuery } from "@tanstack/react-query";
import type { recourseLink } from "../../../../../indexer/ponder.schema.ts";
import { fetchAllItems } from "../fetchAllItems.ts";
import { revive, type Wire } from "../wire.ts";

export type RecourseLinkRow = typeof recourseLink.$inferSelect;

const LINK_BIGINTS = {
  id: true,
  start: true,
  end: true,
  demanded: true,
  demandedAt: true,
  paid: true,
  carriedFrom: true,
  recordedAt: true,
  endedAt: true,
} as const;

const LINKS = `query RecourseLinks($where: recourseLinkFilter, $after: String) {
  recourseLinks(where: $where, orderBy: "id", orderDirection: "desc", limit: 1000, after: $after) {
    items { id receivableId start end seller bank state demanded demandedAt paid paidBy carriedFrom recordedAt endedAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Recourse that an organisation has against sellers, and banks against it; newest first. @param accounts Its accounts in lower case. */
export function useRecourseLinks(accounts: readonly string[]) {
  return useQuery({
    queryKey: ["index", "recourseLinks", accounts],
    queryFn: async () => {
      const where = { OR: [{ bank_in: accounts }, { seller_in: accounts }] };
      const rows = await fetchAllItems<Wire<RecourseLinkRow>>(LINKS, "recourseLinks", { where });
      return rows.map((row) => revive<RecourseLinkRow>(row, LINK_BIGINTS));
    },
  });
}
