import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { exposureEntry, exposureLimit } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";
import type { News } from "../news.ts";

export type ExposureLimitRow = typeof exposureLimit.$inferSelect;
export type ExposureEntryRow = typeof exposureEntry.$inferSelect;

const LIMITS = `query ExposureLimits($where: exposureLimitFilter, $after: String) {
  exposureLimits(where: $where, limit: 1000, after: $after) {
    items { bank kind counterparty currency limit used } pageInfo { hasNextPage endCursor }
  }
}`;
const ENTRIES = `query ExposureEntries($where: exposureEntryFilter, $after: String) {
  exposureEntrys(where: $where, limit: 1000, after: $after) {
    items { bank receivableId start end obligor seller currency desk recordedAt } pageInfo { hasNextPage endCursor }
  }
}`;

/** The steps that record cents in the exposure book or take them off it; the book records with a sale's or a loan's own step. */
const CHANGES = ["sliceDiscounted", "quoteTaken", "loanTaken", "exposureReleased"];

/** A bank's limits with what is used of them. @param bank Its identity. */
export function useExposureLimits(bank: Hex | undefined) {
  return useQuery({
    queryKey: ["index", "exposureLimits", bank?.toLowerCase()],
    enabled: bank !== undefined,
    queryFn: () => {
      const where = { bank: bank?.toLowerCase() };
      return fetchRows<ExposureLimitRow>(LIMITS, "exposureLimits", { limit: true, used: true }, where);
    },
  });
}

/** Cents that count against a bank's limits. @param bank Its identity. */
export function useExposureEntries(bank: Hex | undefined) {
  return useQuery({
    queryKey: ["index", "exposureEntries", bank?.toLowerCase()],
    enabled: bank !== undefined,
    meta: { concernedBy: ({ kinds }: News) => CHANGES.some((kind) => kinds.has(kind)) },
    queryFn: () => {
      const where = { bank: bank?.toLowerCase() };
      return fetchRows<ExposureEntryRow>(
        ENTRIES,
        "exposureEntrys",
        { start: true, end: true, recordedAt: true },
        where,
      );
    },
  });
}
