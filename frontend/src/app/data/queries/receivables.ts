import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { event, receivable, registryRecord, transfer } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";
import { graphqlFetch } from "../graphql.ts";
import { isAboutAny } from "../news.ts";
import { revive, type Wire } from "../wire.ts";

export type ReceivableRow = typeof receivable.$inferSelect;
export type HistoryRow = typeof event.$inferSelect;
export type MovementRow = typeof transfer.$inferSelect;
export type RegistryRow = typeof registryRecord.$inferSelect;

export interface ReceivableFilter {
  obligor?: Address;
  /** Whatever account the organisation has, or had then. */
  obligorIdentity?: Hex | undefined;
  creditor?: Address;
  status?: ReceivableRow["status"] | readonly ReceivableRow["status"][];
}

export const RECEIVABLE_BIGINTS = {
  face: true,
  redeemed: true,
  paidFace: true,
  paidPenalty: true,
  retired: true,
  heldUntil: true,
  word: true,
  registeredAt: true,
  confirmedAt: true,
  endedAt: true,
} as const;
export const HISTORY_BIGINTS = { block: true, timestamp: true } as const;
const MOVEMENT_BIGINTS = {
  start: true,
  end: true,
  price: true,
  block: true,
  timestamp: true,
} as const;
const REGISTRY_BIGINTS = { timestamp: true } as const;

const RECEIVABLE_COLUMNS = `id status obligor creditor obligorIdentity creditorIdentity invoiceKey documentRoot face dueDay currency policy round registryRecorded paidInto paidInFull paidFace paidPenalty retired
  held heldUntil holdId reportedOverdue redeemed refusalReason word registeredAt confirmedAt endedAt`;
const HISTORY_COLUMNS = "id kind actor sender receivableId sliceId data block timestamp txHash logIndex";
const MOVEMENT_COLUMNS = "id receivableId sliceId kind start end from to hops price block timestamp txHash logIndex";

const ONE = `query Receivable($id: String!) { receivable(id: $id) { ${RECEIVABLE_COLUMNS} } }`;
const MANY = `query Receivables($where: receivableFilter, $after: String) {
  receivables(where: $where, orderBy: "registeredAt", orderDirection: "desc", limit: 1000, after: $after) {
    items { ${RECEIVABLE_COLUMNS} } pageInfo { hasNextPage endCursor }
  }
}`;
const PAST_DUE = `query PastDue($where: receivableFilter, $limit: Int!) {
  receivables(where: $where, orderBy: "dueDay", orderDirection: "asc", limit: $limit) {
    totalCount items { ${RECEIVABLE_COLUMNS} }
  }
}`;
// An event's id orders all events of the chain.
const HISTORY = `query History($where: eventFilter, $after: String) {
  events(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { ${HISTORY_COLUMNS} } pageInfo { hasNextPage endCursor }
  }
}`;
const RECENT = `query RecentHistory($limit: Int!) {
  events(orderBy: "id", orderDirection: "desc", limit: $limit) { items { ${HISTORY_COLUMNS} } }
}`;
const MOVEMENTS = `query Movements($where: transferFilter, $after: String) {
  transfers(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { ${MOVEMENT_COLUMNS} } pageInfo { hasNextPage endCursor }
  }
}`;
const REGISTRY = `query RegistryRecords($id: String!) {
  registryRecords(where: { receivableId: $id }, orderBy: "timestamp", orderDirection: "asc", limit: 1000) {
    items { id receivableId by entryHash entryDay timestamp txHash }
  }
}`;

/** @returns the row, or null when no event has made it. */
export function useReceivable(id: Hex) {
  return useQuery({
    queryKey: ["index", "receivable", id],
    queryFn: async () => {
      const answer = await graphqlFetch<{ receivable: Wire<ReceivableRow> | null }>(ONE, { id: id.toLowerCase() });
      return answer.receivable && revive(answer.receivable, RECEIVABLE_BIGINTS);
    },
  });
}

/** Newest first. */
export function useReceivables(filter: ReceivableFilter = {}, enabled = true) {
  const where = {
    ...(filter.obligor && { obligor: filter.obligor.toLowerCase() }),
    ...(filter.obligorIdentity && { obligorIdentity: filter.obligorIdentity.toLowerCase() }),
    ...(filter.creditor && { creditor: filter.creditor.toLowerCase() }),
    ...(filter.status && { status_in: [filter.status].flat() }),
  };
  return useQuery({ queryKey: ["index", "receivables", where], queryFn: () => fetchReceivables(where), enabled });
}

/** Receivables by their ids, in no order. */
export function useReceivablesById(ids: readonly string[]) {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].sort();
  return useQuery({
    queryKey: ["index", "receivables", "by id", wanted],
    meta: { concernedBy: isAboutAny(wanted) },
    queryFn: async () => (wanted.length === 0 ? [] : fetchReceivables({ id_in: wanted })),
  });
}

/** By a condition of Ponder's GraphQL filter, such as `{ id_starts_with: "0x3f" }`. */
export function fetchReceivables(where: Readonly<Record<string, unknown>>): Promise<ReceivableRow[]> {
  return fetchRows<ReceivableRow>(MANY, "receivables", RECEIVABLE_BIGINTS, where);
}

/** Confirmed, unpaid and past their due day, the longest late first, at most `limit`; the days of grace are not looked at. */
export function usePastDue(
  { today, obligorIdentity }: { today: number | undefined; obligorIdentity?: Hex | undefined },
  limit: number,
  enabled = true,
) {
  const where = {
    ...{ status_in: ["confirmed", "defaulted"], paidInFull: false, dueDay_lt: today },
    ...(obligorIdentity && { obligorIdentity: obligorIdentity.toLowerCase() }),
  };
  return useQuery({
    queryKey: ["index", "receivables", "pastDue", where, limit],
    enabled: enabled && today !== undefined,
    queryFn: async () => {
      const { receivables } = await graphqlFetch<{ receivables: { items: Wire<ReceivableRow>[]; totalCount: number } }>(
        PAST_DUE,
        { where, limit },
      );
      const rows = receivables.items.map((row) => revive<ReceivableRow>(row, RECEIVABLE_BIGINTS));
      return { total: receivables.totalCount, rows };
    },
  });
}

/** Every step of a receivable and its slices, oldest first. */
export function useHistory(receivableId: Hex) {
  return useQuery({
    queryKey: ["index", "history", receivableId],
    queryFn: () => fetchHistory({ receivableId: receivableId.toLowerCase() }),
  });
}

export function fetchHistory(where: Readonly<Record<string, unknown>>): Promise<HistoryRow[]> {
  return fetchRows<HistoryRow>(HISTORY, "events", HISTORY_BIGINTS, where);
}

/** The newest steps, each with the index of its receivable's currency; 0 where it is about no receivable. */
export function useRecentSteps(limit: number) {
  return useQuery({
    queryKey: ["index", "history", "recent", limit],
    queryFn: async () => {
      const { events } = await graphqlFetch<{ events: { items: Wire<HistoryRow>[] } }>(RECENT, { limit });
      const steps = events.items.map((row) => revive<HistoryRow>(row, HISTORY_BIGINTS));
      const ids = [...new Set(steps.flatMap(({ receivableId }) => receivableId ?? []))];
      const receivables = ids.length === 0 ? [] : await fetchReceivables({ id_in: ids });
      const currencies = new Map(receivables.map(({ id, currency }) => [id, currency]));
      return steps.map((step) => ({
        ...step,
        currency: (step.receivableId && currencies.get(step.receivableId)) || 0,
      }));
    },
  });
}

/** Every movement of a receivable's cents, oldest first. */
export function useMovements(receivableId: Hex) {
  return useQuery({
    queryKey: ["index", "movements", receivableId],
    queryFn: () => {
      const where = { receivableId: receivableId.toLowerCase() };
      return fetchRows<MovementRow>(MOVEMENTS, "transfers", MOVEMENT_BIGINTS, where);
    },
  });
}

/** What holders recorded of the movable-property registry, oldest first. */
export function useRegistryRecords(receivableId: Hex) {
  return useQuery({
    queryKey: ["index", "registryRecords", receivableId],
    queryFn: async () => {
      const answer = await graphqlFetch<{ registryRecords: { items: Wire<RegistryRow>[] } }>(REGISTRY, {
        id: receivableId.toLowerCase(),
      });
      return answer.registryRecords.items.map((row) => revive(row, REGISTRY_BIGINTS));
    },
  });
}
