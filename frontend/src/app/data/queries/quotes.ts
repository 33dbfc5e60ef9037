import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import type { quoteSale } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type QuoteSaleRow = typeof quoteSale.$inferSelect;

const QUOTE_SALE_BIGINTS = { face: true, net: true, timestamp: true } as const;

const QUOTE_SALES = `query QuoteSales($where: quoteSaleFilter, $after: String) {
  quoteSales(where: $where, orderBy: "timestamp", orderDirection: "desc", limit: 1000, after: $after) {
    items { id sliceId receivableId seller bank digest withRecourse face net timestamp txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Slices that a company sold or bought at a quote, newest first. */
export function useQuoteSales(company: Address) {
  const party = company.toLowerCase();
  return useQuery({
    queryKey: ["index", "quoteSales", party],
    queryFn: () => {
      const where = { OR: [{ bank: party }, { seller: party }] };
      return fetchRows<QuoteSaleRow>(QUOTE_SALES, "quoteSales", QUOTE_SALE_BIGINTS, where);
    },
  });
}
