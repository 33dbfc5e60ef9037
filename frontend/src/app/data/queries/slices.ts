import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { slice, transferOffer } from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";
import { isAboutAny } from "../news.ts";
import { fetchReceivables, type ReceivableRow } from "./receivables.ts";

export type SliceRow = typeof slice.$inferSelect;
export type TransferOfferRow = typeof transferOffer.$inferSelect;

/** A row about a slice, with the receivable it is part of. */
export type WithReceivable<Row> = Row & { receivable: ReceivableRow };

const SLICE_BIGINTS = {
  start: true,
  end: true,
  face: true,
  sequence: true,
  word: true,
  createdAt: true,
  heldSince: true,
  closedAt: true,
} as const;
const OFFER_BIGINTS = { start: true, end: true, until: true, offeredAt: true, endedAt: true } as const;

const SLICES = `query Slices($where: sliceFilter, $after: String) {
  slices(where: $where, orderBy: "id", orderDirection: "asc", limit: 1000, after: $after) {
    items { id receivableId status holder start end face hops flags sequence word origin parentId mergedInto transferOfferId freezeId
      lastTransferId createdAt heldSince closedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;
const OFFERS = `query TransferOffers($where: transferOfferFilter, $after: String) {
  transferOffers(where: $where, orderBy: "until", orderDirection: "asc", limit: 1000, after: $after) {
    items { id sliceId receivableId status from payee start end until offeredAt endedAt endedBy txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What an account holds: its live slices with their receivables, by receivable and start. */
export function useSlicesOf(holder: Address | undefined) {
  return useQuery({
    queryKey: ["index", "slices", "of", holder?.toLowerCase()],
    enabled: holder !== undefined,
    queryFn: async () => withReceivables(await fetchSlices({ holder: holder?.toLowerCase(), status: "live" })),
  });
}

/** Live slices of several accounts, such as those whose keys were replaced. */
export function useSlicesOn(holders: readonly string[]) {
  const wanted = [...new Set(holders.map((account) => account.toLowerCase()))].sort();
  return useQuery({
    queryKey: ["index", "slices", "on", wanted],
    queryFn: async () => (wanted.length === 0 ? [] : fetchSlices({ holder_in: wanted, status: "live" })),
  });
}

/** Slices by their ids, with their receivables; also those that are live no longer. */
export function useSlicesById(ids: readonly string[]) {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].sort();
  return useQuery({
    queryKey: ["index", "slices", "by id", wanted],
    queryFn: async () => (wanted.length === 0 ? [] : withReceivables(await fetchSlices({ id_in: wanted }))),
  });
}

/** How a receivable's cents are held now, ascending. */
export function useLiveSlices(receivableId: Hex | undefined) {
  return useQuery({
    queryKey: ["index", "slices", "in", receivableId?.toLowerCase()],
    enabled: receivableId !== undefined,
    queryFn: () => fetchSlices({ receivableId: receivableId?.toLowerCase(), status: "live" }),
  });
}

/** Open offers to a payee or of a payer, the first to end first. Time alone lapses some: compare `until`. */
export function useTransferOffers(party: { payee: Address | undefined } | { from: Address | undefined }) {
  const [side, account] = "payee" in party ? ["payee", party.payee] : ["from", party.from];
  return useQuery({
    queryKey: ["index", "transferOffers", side, account?.toLowerCase()],
    enabled: account !== undefined,
    queryFn: async () => withReceivables(await fetchOffers({ [side]: account?.toLowerCase(), status: "open" })),
  });
}

/** Slices of receivables, ascending: those that are live and those that were paid out. */
export function useSlicesIn(receivableIds: readonly string[]) {
  const wanted = [...new Set(receivableIds.map((id) => id.toLowerCase()))].sort();
  return useQuery({
    queryKey: ["index", "slices", "in all", wanted],
    meta: { concernedBy: isAboutAny(wanted) },
    queryFn: async () =>
      wanted.length === 0 ? [] : fetchSlices({ receivableId_in: wanted, status_in: ["live", "redeemed"] }),
  });
}

type Where = Readonly<Record<string, unknown>>;

export function fetchSlices(where: Where): Promise<SliceRow[]> {
  return fetchRows<SliceRow>(SLICES, "slices", SLICE_BIGINTS, where);
}

function fetchOffers(where: Where): Promise<TransferOfferRow[]> {
  return fetchRows<TransferOfferRow>(OFFERS, "transferOffers", OFFER_BIGINTS, where);
}

async function withReceivables<Row extends { receivableId: Hex }>(
  rows: readonly Row[],
): Promise<WithReceivable<Row>[]> {
  const ids = [...new Set(rows.map(({ receivableId }) => receivableId))];
  const found = ids.length === 0 ? [] : await fetchReceivables({ id_in: ids });
  const byId = new Map(found.map((receivable) => [receivable.id, receivable]));
  return rows.flatMap((row) => {
    const receivable = byId.get(row.receivableId);
    return receivable ? [{ ...row, receivable }] : [];
  });
}
