import { useQuery } from "@tanstack/react-query";
import type { Hex } from "viem";
import type { Share } from "../../../domain/alerts/concentration.ts";
import type { Figure } from "../../../domain/figures.ts";
import type { MovementKind } from "../../../domain/provenance.ts";
import { callServer } from "../server.ts";
import { fetchReceivables, type ReceivableRow } from "./receivables.ts";

/** A total of the whole ledger, in minor units of its currency. */
export interface Total {
  figure: Figure;
  currency: number;
  amount: bigint;
  receivables: number;
}

/** Every total by the chain's day; undefined today: not yet known. */
export function useTotals(today: number | undefined) {
  return useQuery({
    queryKey: ["index", "totals", today],
    enabled: today !== undefined,
    queryFn: async ({ signal }) => {
      type Answer = Omit<Total, "amount"> & { amount: string | null };
      const rows = await get<Answer[]>(`/totals?today=${today}`, signal);
      return rows.map((row): Total => ({ ...row, amount: BigInt(row.amount ?? 0) }));
    },
  });
}

export interface FigureFilter {
  currency: number;
  today: number;
  /** Identities. */
  obligor?: string | undefined;
  holder?: string | undefined;
}

export interface FigurePart {
  receivable: ReceivableRow;
  /** Its share of the figure, in minor units. */
  amount: bigint;
}

interface FigureParts {
  /** Of all parts, also of those not shown. */
  amount: bigint;
  receivables: number;
  parts: FigurePart[];
}

/** The receivables whose cents make a total, the largest first. */
export function useFigureParts(figure: Figure, filter: FigureFilter | null, page: { offset: number; limit: number }) {
  return useQuery({
    queryKey: ["index", "figure", figure, filter, page],
    enabled: filter !== null,
    queryFn: async ({ signal }): Promise<FigureParts> => {
      const named = Object.entries({ ...filter, ...page }).filter(([, value]) => value !== undefined);
      const query = new URLSearchParams(named.map(([name, value]) => [name, String(value)]));
      type Answer = { amount: string | null; receivables: number; parts: { receivableId: Hex; amount: string }[] };
      const { amount, receivables, parts } = await get<Answer>(`/totals/${figure}?${query}`, signal);
      const ids = parts.map(({ receivableId }) => receivableId);
      const rows = ids.length === 0 ? [] : await fetchReceivables({ id_in: ids });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const joined = parts.flatMap((part) => {
        const receivable = byId.get(part.receivableId);
        return receivable ? [{ receivable, amount: BigInt(part.amount) }] : [];
      });
      return { amount: BigInt(amount ?? 0), receivables, parts: joined };
    },
  });
}

/** The largest debtors and holders of what is owed, by currency. */
export function useShares(enabled = true) {
  return useQuery({
    queryKey: ["index", "shares"],
    enabled,
    queryFn: async ({ signal }) => {
      type Answer = Omit<Share, "amount" | "total"> & { amount: string; total: string };
      const rows = await get<Answer[]>("/shares", signal);
      return rows.map((row): Share => ({ ...row, amount: BigInt(row.amount), total: BigInt(row.total) }));
    },
  });
}

/** All movements of a kind between two accounts, added up. */
export interface NetworkEdge {
  from: Hex;
  to: Hex;
  kind: MovementKind;
  currency: number;
  amount: bigint;
  movements: number;
  first: bigint;
  last: bigint;
}

export interface Network {
  /** The organisation's own accounts. */
  own: Hex[];
  accounts: Hex[];
  /** There are more than can be drawn. */
  isCut: boolean;
  edges: NetworkEdge[];
}

/** Who has dealt with an organisation, directly or by others between them, up to a second. */
export function useNetwork(identity: string, until: bigint | undefined) {
  return useQuery({
    queryKey: ["index", "network", identity, String(until)],
    enabled: until !== undefined,
    queryFn: async ({ signal }): Promise<Network> => {
      type WireEdge = Omit<NetworkEdge, "amount" | "first" | "last"> & Record<"amount" | "first" | "last", string>;
      type Answer = Omit<Network, "edges"> & { edges: WireEdge[] };
      const { edges, ...network } = await get<Answer>(`/network/${identity}?until=${until}`, signal);
      const revived = edges.map((edge) => ({
        ...edge,
        amount: BigInt(edge.amount),
        first: BigInt(edge.first),
        last: BigInt(edge.last),
      }));
      return { ...network, edges: revived };
    },
  });
}

async function get<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await callServer(`/supervision${path}`, { signal });
  return response.json();
}
