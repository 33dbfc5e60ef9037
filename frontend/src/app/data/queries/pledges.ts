import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { loan } from "../../../../../indexer/ponder.schema.ts";
import { fetchAllItems } from "../fetchAllItems.ts";
import { revive, type Wire } from "../wire.ts";

/** Cents pledged for a loan when it was taken. */
export type PledgeRow = Pick<
  typeof loan.$inferSelect,
  "id" | "lender" | "borrower" | "receivableId" | "end" | "face" | "lent" | "takenAt" | "txHash"
>;

const BIGINTS = { id: true, end: true, face: true, lent: true, takenAt: true } as const;

const PLEDGES = `query Pledges($where: loanFilter, $after: String) {
  loans(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { id lender borrower receivableId end face lent takenAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every loan ever taken against cents of a receivable, oldest first. */
export function usePledges(receivableId: Hex) {
  return useQuery({
    queryKey: ["index", "pledges", receivableId],
    queryFn: async () => {
      const where = { receivableId: receivableId.toLowerCase() };
      const rows = await fetchAllItems<Wire<PledgeRow>>(PLEDGES, "loans", { where });
      return rows.map((row) => revive<PledgeRow>(row, BIGINTS));
    },
  });
}
