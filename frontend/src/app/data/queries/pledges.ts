import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { loan } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

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
    queryFn: () => {
      const where = { receivableId: receivableId.toLowerCase() };
      return fetchRows<PledgeRow>(PLEDGES, "loans", BIGINTS, where);
    },
  });
}
