import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type {
  discount,
  offerSeller,
  payment,
  slicePayment,
  standingOffer,
} from "../../../../../indexer/ponder.schema.ts";
import { fetchRows } from "../fetchRows.ts";

export type StandingOfferRow = typeof standingOffer.$inferSelect;
type OfferSellerRow = typeof offerSeller.$inferSelect;
export type DiscountRow = typeof discount.$inferSelect;
export type PaymentRow = typeof payment.$inferSelect;
export type SlicePaymentRow = typeof slicePayment.$inferSelect;

const OFFER_BIGINTS = {
  id: true,
  startsAt: true,
  expiresAt: true,
  smallestFace: true,
  largestFace: true,
  sellerLimit: true,
  limit: true,
  used: true,
  postedAt: true,
} as const;
const OFFER_SELLER_BIGINTS = { offerId: true, bought: true } as const;
const DISCOUNT_BIGINTS = {
  standingOfferId: true,
  face: true,
  discount: true,
  net: true,
  bestLeftOutId: true,
  bestLeftOutNet: true,
  timestamp: true,
} as const;
const PAYMENT_BIGINTS = { face: true, penalty: true, collected: true, timestamp: true } as const;
const SLICE_PAYMENT_BIGINTS = { amount: true, timestamp: true } as const;

const OFFERS = `query StandingOffers($where: standingOfferFilter, $after: String) {
  standingOffers(where: $where, orderBy: "postedAt", orderDirection: "desc", limit: 1000, after: $after) {
    items { id bank currency dayCount dayBase withRecourse limited startsAt expiresAt smallestFace largestFace sellerLimit tiers
      obligors limit used paused withdrawn postedAt txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;
const OFFER_SELLERS = `query OfferSellers($where: offerSellerFilter, $after: String) {
  offerSellers(where: $where, limit: 1000, after: $after) {
    items { offerId seller bought }
    pageInfo { hasNextPage endCursor }
  }
}`;
const DISCOUNTS = `query Discounts($where: discountFilter, $after: String) {
  discounts(where: $where, orderBy: "timestamp", orderDirection: "desc", limit: 1000, after: $after) {
    items { id sliceId receivableId standingOfferId seller bank obligor currency withRecourse face daysToRun ratePpm discount net
      named bestLeftOutId bestLeftOutNet timestamp txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;
const PAYMENTS = `query Payments($where: paymentFilter, $after: String) {
  payments(where: $where, orderBy: "timestamp", orderDirection: "desc", limit: 1000, after: $after) {
    items { id receivableId kind obligor face penalty daysLate collected timestamp txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;
const SLICE_PAYMENTS = `query SlicePayments($where: slicePaymentFilter, $after: String) {
  slicePayments(where: $where, orderBy: "sliceId", orderDirection: "asc", limit: 1000, after: $after) {
    items { id sliceId receivableId holder amount setAside lockedBy timestamp txHash }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** A bank's offers, or those that name one of the obligors. Newest first; expired and used-up ones too, as time and use alone make them so. */
export function useStandingOffers(
  filter: { bank: Address | undefined } | { obligors: readonly string[] },
  enabled = true,
) {
  const where =
    "bank" in filter
      ? lowerCased(filter)
      : { OR: filter.obligors.map((obligor) => ({ obligors_has: obligor.toLowerCase() })) };
  return useQuery({
    queryKey: ["index", "standingOffers", where],
    enabled,
    queryFn: () => fetchRows<StandingOfferRow>(OFFERS, "standingOffers", OFFER_BIGINTS, where),
  });
}

/** What offers with a limit for each seller have bought of an organisation. */
export function useBoughtUnderOffers(identity: Hex | undefined) {
  return useQuery({
    queryKey: ["index", "offerSellers", identity?.toLowerCase()],
    enabled: identity !== undefined,
    queryFn: () => {
      const where = lowerCased({ seller: identity });
      return fetchRows<OfferSellerRow>(OFFER_SELLERS, "offerSellers", OFFER_SELLER_BIGINTS, where);
    },
  });
}

/** Slices bought by a bank or sold by a holder, newest first. */
export function useDiscounts(filter: { bank?: Address | undefined; seller?: Address | undefined }) {
  const where = lowerCased(filter);
  return useQuery({
    queryKey: ["index", "discounts", where],
    queryFn: () => fetchRows<DiscountRow>(DISCOUNTS, "discounts", DISCOUNT_BIGINTS, where),
  });
}

/** What obligors paid, newest first. */
export function usePayments(filter: { receivableId?: Hex | undefined; obligor?: Address | undefined }) {
  const where = lowerCased(filter);
  return useQuery({
    queryKey: ["index", "payments", where],
    queryFn: () => fetchRows<PaymentRow>(PAYMENTS, "payments", PAYMENT_BIGINTS, where),
  });
}

/** How a receivable's money reached its holders, by slice. */
export function useSlicePayments(receivableId: Hex) {
  const where = lowerCased({ receivableId });
  return useQuery({
    queryKey: ["index", "slicePayments", where],
    queryFn: () => fetchRows<SlicePaymentRow>(SLICE_PAYMENTS, "slicePayments", SLICE_PAYMENT_BIGINTS, where),
  });
}

/** The index keeps hex in lower case. */
function lowerCased(filter: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value.toLowerCase()]] : [])),
  );
}
