import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { alert } from "../../../../../indexer/ponder.schema.ts";
import { graphqlFetch } from "../graphql.ts";
import { revive, type Wire } from "../wire.ts";
import { fetchHistory } from "./receivables.ts";

export type AlertRow = typeof alert.$inferSelect;

/** What was found by rules over the whole history; undefined conditions are not asked. */
export interface AlertFilter {
  rules?: readonly AlertRow["rule"][] | undefined;
  identity?: Hex | undefined;
  /** Seconds: only what was found later. */
  after?: bigint | undefined;
}

const ALERT_BIGINTS = { amount: true, firstAt: true, lastAt: true } as const;

const ALERTS = `query Alerts($where: alertFilter, $limit: Int!) {
  alerts(where: $where, orderBy: "lastAt", orderDirection: "desc", limit: $limit) {
    totalCount
    items { id rule receivableId currency account identity amount figure threshold evidence firstAt lastAt }
  }
}`;

/** The newest of them, at most `limit`, with how many there are in all. */
export function useAlerts({ rules, identity, after }: AlertFilter, limit: number, enabled = true) {
  const where = {
    ...(rules && { rule_in: rules }),
    ...(identity && { identity: identity.toLowerCase() }),
    ...(after !== undefined && { lastAt_gt: String(after) }),
  };
  return useQuery({
    queryKey: ["index", "alerts", where, limit],
    enabled,
    queryFn: async () => {
      const { alerts } = await graphqlFetch<{ alerts: { totalCount: number; items: Wire<AlertRow>[] } }>(ALERTS, {
        where,
        limit,
      });
      return { total: alerts.totalCount, rows: alerts.items.map((row) => revive<AlertRow>(row, ALERT_BIGINTS)) };
    },
  });
}

/** What a receivable's history says of some transactions, or of some kinds of step, oldest first. */
export function useEvidence(receivableId: Hex, which: { transactions: readonly Hex[] } | { kinds: readonly string[] }) {
  const where = {
    receivableId,
    ...("transactions" in which ? { txHash_in: which.transactions } : { kind_in: which.kinds }),
  };
  return useQuery({ queryKey: ["index", "evidence", where], queryFn: () => fetchHistory(where) });
}
