import { useQuery } from "@tanstack/react-query";
import type { DirectoryEntry } from "../../app/data/directory.ts";
import { fetchAllItems } from "../../app/data/fetchAllItems.ts";
import {
  fetchHistory,
  fetchReceivables,
  type HistoryRow,
  type ReceivableRow,
} from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { matchesText } from "../../domain/text-match.ts";
import type { SearchPlan } from "./search-plan.ts";

export interface SearchResult {
  companies: readonly DirectoryEntry[];
  receivables: readonly ReceivableRow[];
  /** Of the slice, when a slice's id was typed. */
  sliceId: string | null;
  /** Of the transaction, when a transaction's hash was typed. */
  steps: readonly HistoryRow[];
}

const HELD = `query HeldBy($where: transferFilter, $after: String) {
  transfers(where: $where, limit: 1000, after: $after) { items { receivableId } pageInfo { hasNextPage endCursor } }
}`;

/** Looks everywhere the plan says: in the index, and in the directory of names as far as it is readable. */
export function useSupervisorSearch(plan: SearchPlan | null) {
  const { entries } = useDirectory();
  const companies = plan
    ? entries.filter(({ name, nameZh, number }) => matchesText(plan.text, [name, nameZh, number]))
    : [];
  const accounts = [...companies.map(({ account }) => account.toLowerCase()), ...(plan?.account ? [plan.account] : [])];
  return useQuery({
    queryKey: ["index", "search", plan, accounts],
    enabled: plan !== null,
    queryFn: async (): Promise<SearchResult> => {
      if (!plan) throw new Error("Nothing to search for.");
      const steps = plan.txHash ? await fetchHistory({ txHash: plan.txHash }) : [];
      const touched = steps.flatMap(({ receivableId }) => (receivableId ? [receivableId] : []));
      const ids = [...new Set([...touched, ...(await heldBy(accounts))])];
      return { companies, receivables: await findReceivables(plan, accounts, ids), sliceId: plan.sliceId, steps };
    },
  });
}

async function findReceivables(plan: SearchPlan, accounts: string[], ids: string[]): Promise<ReceivableRow[]> {
  const conditions = [
    ...(plan.idPrefix ? [{ id_starts_with: plan.idPrefix }] : []),
    ...(plan.invoiceKeys.length > 0 ? [{ invoiceKey_in: plan.invoiceKeys }] : []),
    ...(accounts.length > 0 ? [{ obligor_in: accounts }, { creditor_in: accounts }] : []),
    ...(ids.length > 0 ? [{ id_in: ids }] : []),
  ];
  return conditions.length > 0 ? fetchReceivables({ OR: conditions }) : [];
}

/** Receivables of which they hold, or ever held, a slice. */
async function heldBy(accounts: string[]): Promise<string[]> {
  if (accounts.length === 0) return [];
  const where = { to_in: accounts };
  const rows = await fetchAllItems<{ receivableId: string }>(HELD, "transfers", { where });
  return rows.map(({ receivableId }) => receivableId);
}
