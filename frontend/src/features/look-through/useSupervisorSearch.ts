import { useQuery } from "@tanstack/react-query";
import type { DirectoryEntry } from "../../app/data/directory.ts";
import { fetchAllItems } from "../../app/data/fetchAllItems.ts";
import { useParticipants } from "../../app/data/queries/participants.ts";
import {
  fetchHistory,
  fetchReceivables,
  type HistoryRow,
  type ReceivableRow,
} from "../../app/data/queries/receivables.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { type FoundCompany, foundCompanies } from "./found-companies.ts";
import { type SearchHint, searchHints } from "./search-hints.ts";
import type { SearchPlan } from "./search-plan.ts";

interface Indexed {
  receivables: readonly ReceivableRow[];
  /** Of the slice, when a slice's id was typed. */
  sliceId: string | null;
  /** Of the transaction, when a transaction's hash was typed. */
  steps: readonly HistoryRow[];
}

export interface SearchResult extends Indexed {
  companies: readonly FoundCompany<DirectoryEntry>[];
  /** What may help when nothing was found. */
  hints: readonly SearchHint[];
}

const HELD = `query HeldBy($where: transferFilter, $after: String) {
  transfers(where: $where, limit: 1000, after: $after) { items { receivableId } pageInfo { hasNextPage endCursor } }
}`;

/** Looks everywhere the plan says: in the index, and in the directory of names as far as it is readable. */
export function useSupervisorSearch(plan: SearchPlan | null) {
  const { entries, isReadable } = useDirectory();
  const { data: participants } = useParticipants();
  const wanted = plan && { text: plan.text, accountPrefix: plan.idPrefix };
  const companies = wanted && participants ? foundCompanies(wanted, { entries, participants }) : [];
  const owned = companies.flatMap((company) => company.accounts.map((account) => account.toLowerCase()));
  const accounts = [...new Set([...owned, ...(plan?.account ? [plan.account] : [])])];
  const query = useQuery({
    queryKey: ["index", "search", plan, accounts],
    enabled: plan !== null && participants !== undefined,
    queryFn: async (): Promise<Indexed> => {
      if (!plan) throw new Error("Nothing to search for.");
      const steps = plan.txHash ? await fetchHistory({ txHash: plan.txHash }) : [];
      const touched = steps.flatMap(({ receivableId }) => (receivableId ? [receivableId] : []));
      const ids = [...new Set([...touched, ...(await heldBy(accounts))])];
      return { receivables: await findReceivables(plan, accounts, ids), sliceId: plan.sliceId, steps };
    },
  });
  // Names may become readable later than the index answers.
  const hints = plan ? searchHints(plan, isReadable) : [];
  const data: SearchResult | undefined = query.data && { ...query.data, companies, hints };
  return { data, error: query.error, refetch: query.refetch };
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
