import { useQuery } from "@tanstack/react-query";
import type { recourseLink } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

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

/**
 * Recourse in every receivable of which an organisation has bought or sold with recourse, newest first: its own and that of the banks
 * before and after it.
 * @param accounts Its accounts in lower case.
 */
export function useRecourseLinks(accounts: readonly string[], enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["index", "recourseLinks", accounts],
    queryFn: async () => {
      const own = await fetchLinks({ OR: [{ bank_in: accounts }, { seller_in: accounts }] });
      const ids = [...new Set(own.map(({ receivableId }) => receivableId))];
      return ids.length === 0 ? [] : fetchLinks({ receivableId_in: ids });
    },
  });
}

function fetchLinks(where: Readonly<Record<string, unknown>>): Promise<RecourseLinkRow[]> {
  return fetchRows<RecourseLinkRow>(LINKS, "recourseLinks", LINK_BIGINTS, where);
}
