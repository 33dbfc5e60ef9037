import { useQuery } from "@tanstack/react-query";
import type { freeze, hold } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";
import { fetchReceivables, type ReceivableRow } from "./receivables.ts";
import { fetchSlices, type WithReceivable } from "./slices.ts";

type FreezeRow = typeof freeze.$inferSelect;
type HoldRow = typeof hold.$inferSelect;

/** A freeze in force, with the receivable and whoever holds the cents now. */
export type Freeze = WithReceivable<FreezeRow> & { holder: string };
export type Hold = WithReceivable<HoldRow>;

const FREEZE_BIGINTS = { start: true, end: true, until: true, frozenAt: true, endedAt: true } as const;
const HOLD_BIGINTS = { until: true, heldAt: true, endedAt: true } as const;

const FREEZES = `query Freezes($where: freezeFilter, $after: String) {
  freezes(where: $where, orderBy: "until", orderDirection: "asc", limit: 1000, after: $after) {
    items { id sliceId receivableId start end status by reason document until frozenAt endedAt endedBy endDocument }
    pageInfo { hasNextPage endCursor }
  }
}`;
const HOLDS = `query Holds($where: holdFilter, $after: String) {
  holds(where: $where, orderBy: "until", orderDirection: "asc", limit: 1000, after: $after) {
    items { id receivableId by document until heldAt endedAt endedBy }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Cents that are frozen, the first to run out first; also those whose time is over until somebody releases them. */
export function useFreezesInForce(enabled = true) {
  return useQuery({
    enabled,
    queryKey: ["index", "freezes", "inForce"],
    queryFn: async (): Promise<Freeze[]> => {
      const rows = await fetchRows<FreezeRow>(FREEZES, "freezes", FREEZE_BIGINTS, { status: "inForce" });
      if (rows.length === 0) return [];
      const [receivables, slices] = await Promise.all([
        receivablesOf(rows),
        fetchSlices({ id_in: rows.map(({ sliceId }) => sliceId) }),
      ]);
      const holders = new Map(slices.map(({ id, holder }) => [id, holder]));
      return rows.flatMap((row) => {
        const [receivable, holder] = [receivables.get(row.receivableId), holders.get(row.sliceId)];
        return receivable && holder ? [{ ...row, receivable, holder }] : [];
      });
    },
  });
}

/** Receivables in which nothing moves for now. @param timestamp The chain's second; undefined: not yet known. */
export function useHoldsInForce(timestamp: bigint | undefined) {
  return useQuery({
    // A hold lasts a day: a minute is fine enough, and spares reading anew with every block.
    queryKey: ["index", "holds", String(timestamp && timestamp / 60n)],
    enabled: timestamp !== undefined,
    queryFn: async (): Promise<Hold[]> => {
      const where = { until_gte: String(timestamp) };
      const held = await fetchRows<HoldRow>(HOLDS, "holds", HOLD_BIGINTS, where);
      const rows = held.filter(({ endedAt }) => endedAt === null);
      const receivables = await receivablesOf(rows);
      return rows.flatMap((row) => {
        const receivable = receivables.get(row.receivableId);
        return receivable ? [{ ...row, receivable }] : [];
      });
    },
  });
}

async function receivablesOf(
  rows: readonly { receivableId: ReceivableRow["id"] }[],
): Promise<Map<string, ReceivableRow>> {
  const ids = [...new Set(rows.map(({ receivableId }) => receivableId))];
  const found = ids.length === 0 ? [] : await fetchReceivables({ id_in: ids });
  return new Map(found.map((row) => [row.id, row]));
}
