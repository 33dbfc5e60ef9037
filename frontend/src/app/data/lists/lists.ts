import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { ActivityListFilter, ReceivableListFilter } from "../../../../../indexer/src/api/lists/listQueries.ts";
import { HISTORY_BIGINTS, type HistoryRow, RECEIVABLE_BIGINTS, type ReceivableRow } from "../queries/receivables.ts";
import { callServer } from "../server.ts";
import { revive, type Wire } from "../wire.ts";
import { type ListPage, usePagedRows } from "./usePagedRows.ts";

export type { ActivityListFilter, ReceivableListFilter };

/** A step of the history with its receivable's currency; null when it is about none that is known. */
export type ActivityRow = HistoryRow & { currency: number | null };

/** A long list of receivables, filtered and sorted by the server. */
export function useReceivableList(filter: ReceivableListFilter) {
  return usePagedRows<ReceivableRow>(["index", "lists", "receivables", filter], async (page, signal) => {
    const { total, rows } = await fetchList<ReceivableRow>("/lists/receivables", { ...filter, ...page }, signal);
    return { total, rows: rows.map((row) => revive<ReceivableRow>(row, RECEIVABLE_BIGINTS)) };
  });
}

/** The ledger's history as a long list. */
export function useActivityList(filter: ActivityListFilter) {
  return usePagedRows(["index", "lists", "activity", filter], (page, signal) =>
    fetchActivity({ ...filter, ...page }, signal),
  );
}

/**
 * What one transaction did, in the order of the chain; nothing where it concerned no contract that is indexed.
 * @param isIndexed Its block is in the index.
 */
export function useStepsOfTransaction(txHash: Hex, isIndexed: boolean) {
  return useQuery({
    enabled: isIndexed,
    queryKey: ["index", "lists", "activity", "of", txHash],
    queryFn: ({ signal }) => fetchActivity({ txHash, descending: false, offset: 0, limit: 100 }, signal),
  });
}

async function fetchActivity(query: object, signal: AbortSignal): Promise<ListPage<ActivityRow>> {
  const { total, rows } = await fetchList<ActivityRow>("/lists/activity", query, signal);
  return { total, rows: rows.map((row) => revive<ActivityRow>(row, HISTORY_BIGINTS)) };
}

async function fetchList<Row>(path: string, body: object, signal: AbortSignal): Promise<ListPage<Wire<Row>>> {
  return (await callServer(path, { method: "POST", body, signal })).json();
}
